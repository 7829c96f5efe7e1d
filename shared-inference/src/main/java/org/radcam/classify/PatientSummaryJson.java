package org.radcam.classify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.radcam.classify.PatientSummary.BranchMean;
import org.radcam.classify.PatientSummary.ClassMean;
import org.radcam.classify.PatientSummary.StageMean;

/** A patient's summary as JSON; {@link ResultJson#text} makes text of it. */
public final class PatientSummaryJson {
  private PatientSummaryJson() {}

  public static JsonObject toJson(PatientSummary summary) {
    JsonObject json = new JsonObject();
    json.addProperty("task", summary.taskKey());
    json.addProperty("model", summary.modelId());
    json.addProperty("standing", summary.standing().sentence());
    JsonArray lesions = new JsonArray();
    summary.caseIds().forEach(lesions::add);
    json.add("lesions", lesions);
    json.addProperty("predicted", summary.predicted().label().key());
    json.add("agreement", ResultJson.number(summary.agreement()));
    JsonArray classes = new JsonArray();
    for (ClassMean mean : summary.classes()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("class", mean.label().key());
      entry.addProperty("title", mean.label().title());
      entry.add("mean_probability", ResultJson.number(mean.probability()));
      entry.addProperty("votes", mean.votes());
      classes.add(entry);
    }
    json.add("classes", classes);
    JsonArray stages = new JsonArray();
    summary.stages().forEach(stage -> stages.add(stage(stage)));
    json.add("stages", stages);
    return json;
  }

  private static JsonObject stage(StageMean stage) {
    JsonObject json = new JsonObject();
    json.addProperty("stage", stage.key());
    json.addProperty("question", stage.question());
    JsonArray branches = new JsonArray();
    for (BranchMean mean : stage.branches()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("branch", mean.branch().key());
      entry.addProperty("title", mean.branch().title());
      entry.add("mean_probability", ResultJson.number(mean.probability()));
      entry.addProperty("votes", mean.votes());
      branches.add(entry);
    }
    json.add("branches", branches);
    return json;
  }
}
