package org.radcam.classify;

import java.util.List;
import org.radcam.model.Standing;

/**
 * What a model answers for one lesion, without maps: all that a {@link PatientSummary} is made of.
 *
 * @param caseId the lesion
 * @param taskKey the question
 * @param modelId the model that answered
 * @param standing how far that model may be trusted
 * @param scores one for each class, in the task's order
 * @param stages of a cascade or of several networks; else empty
 */
public record LesionAnswer(
    String caseId,
    String taskKey,
    String modelId,
    Standing standing,
    List<ClassScore> scores,
    List<StageResult> stages) {
  public LesionAnswer {
    scores = List.copyOf(scores);
    stages = List.copyOf(stages);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("An answer has a score for every class");
    }
  }

  static LesionAnswer of(Result result) {
    return new LesionAnswer(
        result.caseId(),
        result.taskKey(),
        result.modelId(),
        result.standing(),
        result.scores(),
        result.stages());
  }

  ClassScore predicted() {
    return Result.highest(scores);
  }
}
