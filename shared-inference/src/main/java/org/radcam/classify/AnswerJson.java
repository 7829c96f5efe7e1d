package org.radcam.classify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcam.model.Standing;
import org.radcam.task.Branch;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/** Reads back from a result's JSON what the model answered, to the last bit. */
public final class AnswerJson {
  private final Task task;

  private AnswerJson(Task task) {
    this.task = task;
  }

  /**
   * The answer in the JSON that {@link ResultJson#toJson} made.
   *
   * @throws IllegalArgumentException where it is another JSON, or that of another task
   */
  public static LesionAnswer read(JsonObject json, Task task) {
    try {
      return new AnswerJson(task).answer(json);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("No result of task " + task.key(), e);
    }
  }

  private LesionAnswer answer(JsonObject json) {
    if (!json.get("task").getAsString().equals(task.key())) {
      throw new IllegalArgumentException("Another task");
    }
    List<ClassScore> scores = new ArrayList<>();
    for (JsonElement entry : json.getAsJsonArray("scores")) {
      JsonObject score = entry.getAsJsonObject();
      ClassLabel label = task.classOf(score.get("class").getAsString()).orElseThrow();
      scores.add(new ClassScore(label, probability(score), logit(score)));
    }
    List<StageResult> stages = new ArrayList<>();
    for (JsonElement entry : json.getAsJsonArray("stages")) {
      stages.add(stage(entry.getAsJsonObject()));
    }
    String standing = json.get("standing").getAsString();
    return new LesionAnswer(
        json.get("case").getAsString(),
        task.key(),
        json.get("model").getAsString(),
        Arrays.stream(Standing.values())
            .filter(one -> one.sentence().equals(standing))
            .findFirst()
            .orElseThrow(),
        scores,
        stages);
  }

  private StageResult stage(JsonObject json) {
    String key = json.get("stage").getAsString();
    List<BranchScore> branches = new ArrayList<>();
    for (JsonElement entry : json.getAsJsonArray("branches")) {
      JsonObject score = entry.getAsJsonObject();
      branches.add(
          new BranchScore(
              branch(key, score.get("branch").getAsString()), probability(score), logit(score)));
    }
    return new StageResult(key, json.get("question").getAsString(), branches, Optional.empty());
  }

  /** A branch of the task's cascade, or a class. */
  private Branch branch(String stage, String key) {
    return task.cascade().stream()
        .filter(one -> one.key().equals(stage))
        .flatMap(one -> one.branches().stream())
        .filter(branch -> branch.key().equals(key))
        .findFirst()
        .orElseGet(() -> Branch.of(task.classOf(key).orElseThrow()));
  }

  private static double probability(JsonObject score) {
    return score.get("probability").getAsDouble();
  }

  /** JSON has no infinity; the logarithm of a probability of 0 is the only one. */
  private static double logit(JsonObject score) {
    JsonElement logit = score.get("logit");
    return logit.isJsonNull() ? Double.NEGATIVE_INFINITY : logit.getAsDouble();
  }
}
