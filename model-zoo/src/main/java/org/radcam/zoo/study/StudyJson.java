package org.radcam.zoo.study;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import org.radcam.Version;
import org.radcam.stats.Interval;
import org.radcam.task.CascadeStage;
import org.radcam.zoo.evaluate.Evaluation;
import org.radcam.zoo.train.Split;

/**
 * {@code study.json}: what a study chose, and the published figures beside ours, with all digits.
 * The layout is described in docs/studies.md; the figures of all models are in the reports' {@code
 * metrics.json}.
 */
final class StudyJson {
  private final StudyResult result;

  private StudyJson(StudyResult result) {
    this.result = result;
  }

  /**
   * @param evaluations by stage; that of all classes has the empty key
   */
  static JsonObject of(
      StudyResult result, Map<String, Evaluation> evaluations, StudyFolder folder) {
    return new StudyJson(result).of(evaluations, folder);
  }

  private JsonObject of(Map<String, Evaluation> evaluations, StudyFolder folder) {
    JsonObject json = new JsonObject();
    json.addProperty("radcam", Version.current());
    json.addProperty("task", result.study().task().key());
    json.addProperty("title", result.study().title());
    json.addProperty("quick", result.request().quick());
    json.addProperty("phantoms", result.manifest().phantoms());
    json.add("cases", cases());
    JsonArray candidates = new JsonArray();
    result.trained().forEach(one -> candidates.add(candidate(one, folder)));
    json.add("candidates", candidates);
    JsonArray leftOut = new JsonArray();
    result
        .leftOut()
        .forEach(
            one -> {
              JsonObject entry = new JsonObject();
              entry.addProperty("name", one.name());
              entry.addProperty("reason", one.reason());
              leftOut.add(entry);
            });
    json.add("left_out", leftOut);
    JsonObject chosen = new JsonObject();
    chosen.addProperty("model", result.chosenModel());
    chosen.addProperty("package", relative(result.chosen(), folder));
    chosen.add("validation_auc", number(result.chosen().bestArea()));
    json.add("chosen", chosen);
    JsonArray published = new JsonArray();
    for (PublishedFigure one : result.study().published()) {
      published.add(published(one, evaluations));
    }
    json.add("published", published);
    return json;
  }

  private JsonObject cases() {
    JsonObject cases = new JsonObject();
    for (Split split : Split.values()) {
      int count = result.manifest().of(split).size();
      if (count > 0) {
        cases.addProperty(split.key(), count);
      }
    }
    return cases;
  }

  private JsonObject candidate(Trained one, StudyFolder folder) {
    JsonObject json = new JsonObject();
    json.addProperty("step", one.candidate().step().key());
    json.addProperty("name", one.candidate().name());
    json.addProperty("package", relative(one, folder));
    json.add(
        "began_from",
        one.initial()
            .<JsonElement>map(
                weights -> {
                  JsonObject from = new JsonObject();
                  from.addProperty("name", weights.name());
                  from.addProperty("sha256", weights.sha256());
                  return from;
                })
            .orElse(JsonNull.INSTANCE));
    JsonObject areas = new JsonObject();
    one.answers().validationAreas().forEach((model, area) -> areas.add(model, number(area)));
    json.add("validation_auc", areas);
    if (!result.study().task().cascade().isEmpty()) {
      JsonObject stages = new JsonObject();
      for (CascadeStage stage : result.study().task().cascade()) {
        stages.add(stage.key(), number(one.answers().validationArea(stage)));
      }
      json.add("validation_auc_of_stages", stages);
    }
    return json;
  }

  private static String relative(Trained one, StudyFolder folder) {
    return folder.results().getParent().relativize(one.model()).toString().replace('\\', '/');
  }

  private static JsonObject published(PublishedFigure one, Map<String, Evaluation> evaluations) {
    JsonObject json = new JsonObject();
    json.addProperty("model", one.model());
    json.addProperty("split", one.split());
    one.stage().ifPresent(stage -> json.addProperty("stage", stage));
    json.addProperty("figure", one.figure().name().toLowerCase(Locale.ROOT));
    one.label().ifPresent(label -> json.addProperty("class", label));
    json.add("published", interval(new Interval(one.value(), one.low(), one.high())));
    JsonArray ours = new JsonArray();
    for (OwnFigures.Own own : new OwnFigures(evaluations.get(one.stage().orElse(""))).of(one)) {
      JsonObject entry = interval(own.value());
      entry.addProperty("split", own.split());
      if (!own.label().isEmpty()) {
        entry.addProperty("class", own.label());
      }
      entry.addProperty("n", own.cases());
      ours.add(entry);
    }
    json.add("ours", ours);
    return json;
  }

  private static JsonObject interval(Interval interval) {
    JsonObject json = new JsonObject();
    json.add("value", number(interval.estimate()));
    JsonArray ends = new JsonArray();
    ends.add(number(interval.low()));
    ends.add(number(interval.high()));
    json.add("ci95", ends);
    return json;
  }

  private static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }
}
