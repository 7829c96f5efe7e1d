package org.radcam.classify;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.radcam.image.Geometry;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.prepare.AppliedStep;

/**
 * A result as JSON: everything but the heat map on the source grid, which is an image file beside
 * it. Numbers that do not exist (heat share without heat) are null. The layout is described in
 * docs/batch.md.
 */
public final class ResultJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private ResultJson() {}

  /** The text of a result's JSON, perhaps with more entries than {@link #toJson} gave it. */
  public static String text(JsonObject json) {
    return GSON.toJson(json) + "\n";
  }

  public static JsonObject toJson(Result result) {
    JsonObject json = new JsonObject();
    json.addProperty("case", result.caseId());
    json.addProperty("task", result.taskKey());
    json.addProperty("model", result.modelId());
    json.addProperty("standing", result.standing().sentence());
    json.addProperty("predicted", result.predicted().label().key());
    JsonArray scores = new JsonArray();
    for (ClassScore score : result.scores()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("class", score.label().key());
      entry.addProperty("title", score.label().title());
      entry.add("probability", number(score.probability()));
      entry.add("logit", number(score.logit()));
      scores.add(entry);
    }
    json.add("scores", scores);
    JsonArray stages = new JsonArray();
    result.stages().forEach(stage -> stages.add(stage(stage)));
    json.add("stages", stages);
    json.add(
        "heat_map",
        result.heatMap().<JsonElement>map(ResultJson::heatMap).orElse(JsonNull.INSTANCE));
    json.add("roi", result.roiScores().<JsonElement>map(ResultJson::roi).orElse(JsonNull.INSTANCE));
    JsonArray contributions = new JsonArray();
    result.contributions().forEach(part -> contributions.add(contribution(part)));
    json.add("contributions", contributions);
    JsonArray warnings = new JsonArray();
    for (Warning warning : result.warnings()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("code", warning.code());
      entry.addProperty("message", warning.message());
      warnings.add(entry);
    }
    json.add("warnings", warnings);
    json.add("audit", audit(result.audit()));
    return json;
  }

  private static JsonObject stage(StageResult stage) {
    JsonObject json = new JsonObject();
    json.addProperty("stage", stage.key());
    json.addProperty("question", stage.question());
    json.addProperty("predicted", stage.predicted().branch().key());
    JsonArray branches = new JsonArray();
    for (BranchScore score : stage.branches()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("branch", score.branch().key());
      entry.addProperty("title", score.branch().title());
      entry.add("probability", number(score.probability()));
      entry.add("logit", number(score.logit()));
      branches.add(entry);
    }
    json.add("branches", branches);
    json.add(
        "heat_map",
        stage.heatMap().<JsonElement>map(ResultJson::heatMap).orElse(JsonNull.INSTANCE));
    return json;
  }

  private static JsonObject heatMap(HeatMap map) {
    JsonObject json = new JsonObject();
    json.addProperty("class", map.classKey());
    json.addProperty("method", map.method());
    json.addProperty("unit", "logit");
    json.add("peak", number(map.peak()));
    Volume raw = map.raw();
    json.add("source_grid", geometry(map.onSource().geometry()));
    json.add("raw_grid", geometry(raw.geometry()));
    JsonArray values = new JsonArray();
    for (float value : raw.voxels()) {
      values.add(Float.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE);
    }
    json.add("raw_values", values);
    return json;
  }

  private static JsonObject contribution(Contribution part) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", part.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("source", part.source());
    json.addProperty("class", part.classKey());
    json.add("log_odds", number(part.logOdds()));
    json.add("probability", number(part.probability()));
    return json;
  }

  /** Where a region is, and how large. */
  public static JsonObject region(RegionFacts facts) {
    JsonObject json = new JsonObject();
    json.addProperty("voxels", facts.voxels());
    json.add("volume_mm3", number(facts.volume()));
    json.add("centre", array(facts.centre()));
    return json;
  }

  private static JsonObject roi(RoiScores scores) {
    JsonObject json = new JsonObject();
    json.add("heat_share", number(scores.share()));
    json.add("area_share", number(scores.areaShare()));
    json.add("heat_mean", number(scores.mean()));
    return json;
  }

  private static JsonObject audit(AuditRecord audit) {
    JsonObject json = new JsonObject();
    json.addProperty("radcam_version", audit.softwareVersion());
    json.addProperty("engine", audit.engine());
    json.addProperty("device", audit.device());
    json.addProperty("weights_sha256", audit.weightsSha256());
    json.addProperty("card_sha256", audit.cardSha256());
    json.addProperty("activation", audit.activation().name().toLowerCase(Locale.ROOT));
    JsonArray temperatures = new JsonArray();
    audit.temperatures().forEach(temperature -> temperatures.add(number(temperature)));
    json.add("temperatures", temperatures);
    JsonObject inputs = new JsonObject();
    new TreeMap<>(audit.inputSha256()).forEach(inputs::addProperty);
    json.add("input_sha256", inputs);
    JsonObject preparation = new JsonObject();
    for (Map.Entry<String, List<AppliedStep>> role :
        new TreeMap<>(audit.preparation()).entrySet()) {
      JsonArray steps = new JsonArray();
      role.getValue().forEach(step -> steps.add(step(step)));
      preparation.add(role.getKey(), steps);
    }
    json.add("preparation", preparation);
    JsonObject seconds = new JsonObject();
    seconds.add("prepare", number(audit.seconds().prepare()));
    seconds.add("network", number(audit.seconds().network()));
    seconds.add("explain", number(audit.seconds().explain()));
    json.add("seconds", seconds);
    return json;
  }

  private static JsonObject step(AppliedStep step) {
    JsonObject json = new JsonObject();
    json.addProperty("step", step.step());
    new TreeMap<>(step.values()).forEach((name, value) -> json.add(name, number(value)));
    json.add("grid", geometry(step.geometry()));
    return json;
  }

  private static JsonObject geometry(Geometry geometry) {
    JsonObject json = new JsonObject();
    json.add(
        "size", array(geometry.size().columns(), geometry.size().rows(), geometry.size().slices()));
    json.add("spacing", array(geometry.spacing()));
    json.add("origin", array(geometry.origin()));
    JsonArray direction = new JsonArray();
    direction.add(array(geometry.direction().i()));
    direction.add(array(geometry.direction().j()));
    direction.add(array(geometry.direction().k()));
    json.add("direction", direction);
    json.addProperty("unit", geometry.unit().symbol());
    return json;
  }

  private static JsonArray array(Vector3 vector) {
    return array(vector.x(), vector.y(), vector.z());
  }

  private static JsonArray array(double... values) {
    JsonArray array = new JsonArray();
    for (double value : values) {
      array.add(number(value));
    }
    return array;
  }

  /** JSON has no NaN and no infinity. */
  static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? new JsonPrimitive((long) value)
        : new JsonPrimitive(value);
  }
}
