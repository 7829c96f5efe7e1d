package org.radcam.batch;

import java.util.List;
import java.util.stream.Collectors;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.model.ModelCard;

/**
 * One line of {@code results.csv}.
 *
 * @param caseId see {@link CaseNames}
 * @param task the question
 * @param model the model that answered
 * @param predicted key of the class of highest probability; empty where it failed
 * @param probabilities of every class, in the task's order; empty where it failed
 * @param warnings why the answer may be wrong
 * @param seconds wall-clock time for the case
 * @param device what the network ran on
 * @param status {@link #OK} or {@link #FAILED}
 * @param error why it failed, else empty
 */
record BatchRow(
    String caseId,
    String task,
    String model,
    String predicted,
    List<String> probabilities,
    String warnings,
    String seconds,
    String device,
    String status,
    String error) {
  static final String OK = "ok";
  static final String FAILED = "failed";

  static BatchRow ok(String caseId, Result result, double seconds) {
    return new BatchRow(
        caseId,
        result.taskKey(),
        result.modelId(),
        result.predicted().label().key(),
        result.scores().stream()
            .map(ClassScore::probability)
            .map(probability -> BatchTable.number(probability, 6))
            .toList(),
        result.warnings().stream().map(Warning::message).collect(Collectors.joining(" | ")),
        BatchTable.number(seconds, 3),
        result.audit().device(),
        OK,
        "");
  }

  static BatchRow failed(
      String caseId, ModelCard card, String device, double seconds, String error) {
    return new BatchRow(
        caseId,
        card.task().key(),
        card.id(),
        "",
        List.of(),
        "",
        BatchTable.number(seconds, 3),
        device,
        FAILED,
        error);
  }

  boolean isOk() {
    return status.equals(OK);
  }
}
