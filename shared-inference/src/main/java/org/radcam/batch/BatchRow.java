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
 * @param folder of its results below the output folder, by which rows are told apart
 * @param caseId its name; that of a file is its folder, see {@link CaseNames}
 * @param task the question
 * @param model the model that answered
 * @param predicted key of the class of highest probability; empty where it failed
 * @param probabilities of every class, in the task's order; empty where it failed
 * @param warnings why the answer may be wrong
 * @param seconds wall-clock time for the case
 * @param device what the network ran on
 * @param status {@link #OK} or {@link #FAILED}
 * @param error why it failed, else empty
 * @param more cells of {@link BatchColumns}
 */
record BatchRow(
    String folder,
    String caseId,
    String task,
    String model,
    String predicted,
    List<String> probabilities,
    String warnings,
    String seconds,
    String device,
    String status,
    String error,
    List<String> more) {
  static final String OK = "ok";
  static final String FAILED = "failed";

  BatchRow {
    probabilities = List.copyOf(probabilities);
    more = List.copyOf(more);
  }

  static BatchRow ok(
      String folder, String caseId, Result result, double seconds, List<String> more) {
    return new BatchRow(
        folder,
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
        "",
        more);
  }

  static BatchRow failed(
      String folder,
      String caseId,
      ModelCard card,
      String device,
      double seconds,
      String error,
      List<String> more) {
    return new BatchRow(
        folder,
        caseId,
        card.task().key(),
        card.id(),
        "",
        List.of(),
        "",
        BatchTable.number(seconds, 3),
        device,
        FAILED,
        error,
        more);
  }

  boolean isOk() {
    return status.equals(OK);
  }
}
