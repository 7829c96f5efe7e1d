package org.radcam.fiji.result;

import ij.measure.ResultsTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.radcam.classify.BranchScore;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Contribution;
import org.radcam.classify.HeatMap;
import org.radcam.classify.PatientSummary;
import org.radcam.classify.RegionFacts;
import org.radcam.classify.Result;
import org.radcam.classify.RoiScores;
import org.radcam.classify.StageResult;
import org.radcam.classify.Warning;
import org.radcam.model.ModelCard;

/**
 * Results as rows of ImageJ's Results table, one for each case or lesion. Columns follow from the
 * task and the model: every row of one model has the same ones, except for what a case may lack
 * (heat inside a region, contributions, an error).
 */
public final class ResultRows {
  /** Probabilities differ meaningfully in the third decimal at most; one more shows ties. */
  private static final int DECIMALS = 4;

  private static final int VOLUME_DECIMALS = 1;

  private ResultRows() {}

  /**
   * A lesion of a row.
   *
   * @param name how the user knows it
   */
  public record Lesion(String name, RegionFacts facts) {}

  /**
   * Adds a row to the table that macros read with {@code getResult}.
   *
   * @param label the image
   * @param slice position in the stack, from 1
   * @param lesion the lesion, where the task is about one
   */
  public static void add(String label, int slice, Optional<Lesion> lesion, Result result) {
    ResultsTable table = newRow(label, slice, result.predicted().label().key());
    for (ClassScore score : result.scores()) {
      number(table, "p_" + score.label().key(), score.probability(), DECIMALS);
    }
    for (StageResult stage : result.stages()) {
      for (BranchScore branch : stage.branches()) {
        number(
            table,
            stageColumn(result.stages(), stage, branch.branch().key()),
            branch.probability(),
            DECIMALS);
      }
    }
    lesion.ifPresent(facts -> add(table, facts));
    result.roiScores().ifPresent(scores -> add(table, scores));
    addContributions(table, result);
    table.addValue("Heat map of", result.heatMap().map(HeatMap::classKey).orElse(""));
    addModel(table, result.taskKey(), result.modelId());
    table.addValue("Device", result.audit().device());
    table.addValue(
        "Warnings",
        result.warnings().stream().map(Warning::message).collect(Collectors.joining(" ")));
    table.addValue("Note", result.standing().sentence());
  }

  /** Adds a row for a case without an answer. */
  public static void addFailed(
      String label, int slice, Optional<Lesion> lesion, ModelCard card, String reason) {
    ResultsTable table = newRow(label, slice, "");
    lesion.ifPresent(facts -> add(table, facts));
    addModel(table, card.task().key(), card.id());
    table.addValue("Note", card.standing().sentence());
    table.addValue("Error", reason);
  }

  /** Adds a row for all lesions of a patient together. */
  public static void addSummary(String label, PatientSummary summary) {
    ResultsTable table = newRow(label, 0, summary.predicted().label().key());
    summary
        .classes()
        .forEach(mean -> number(table, "p_" + mean.label().key(), mean.probability(), DECIMALS));
    for (PatientSummary.StageMean stage : summary.stages()) {
      for (PatientSummary.BranchMean mean : stage.branches()) {
        boolean shared =
            summary.stages().stream()
                .anyMatch(other -> other != stage && has(other, mean.branch().key()));
        number(
            table, column(shared, stage.key(), mean.branch().key()), mean.probability(), DECIMALS);
      }
    }
    int lesions = summary.caseIds().size();
    table.addValue("Lesion", "patient (mean of " + lesions + " lesions)");
    addModel(table, summary.taskKey(), summary.modelId());
    table.addValue(
        "Note",
        String.format(
            java.util.Locale.ROOT,
            "%d of %d lesions alone say the same. %s",
            summary.predicted().votes(),
            lesions,
            summary.standing().sentence()));
  }

  /** Shows the table, if there is a screen. */
  public static void show() {
    ResultsTable.getResultsTable().show("Results");
  }

  private static ResultsTable newRow(String label, int slice, String predicted) {
    ResultsTable table = ResultsTable.getResultsTable();
    // Rows of other commands have no value here, and 0 would be one.
    table.setNaNEmptyCells(true);
    table.incrementCounter();
    table.addLabel(label);
    if (slice > 0) {
      table.addValue("Slice", slice);
    }
    table.addValue("Predicted", predicted);
    return table;
  }

  private static void addModel(ResultsTable table, String task, String model) {
    table.addValue("Task", task);
    table.addValue("Model", model);
  }

  /**
   * What one stage says of a branch, given that the case has come there: {@code p(lung)}. Several
   * networks that answer the same question have the same branches: {@code p(ADC: scc)}.
   */
  private static String stageColumn(List<StageResult> stages, StageResult stage, String branch) {
    boolean shared =
        stages.stream()
            .anyMatch(
                other ->
                    other != stage
                        && other.branches().stream()
                            .anyMatch(score -> score.branch().key().equals(branch)));
    return column(shared, stage.key(), branch);
  }

  private static boolean has(PatientSummary.StageMean stage, String branch) {
    return stage.branches().stream().anyMatch(mean -> mean.branch().key().equals(branch));
  }

  private static String column(boolean shared, String stage, String branch) {
    return shared ? "p(" + stage + ": " + branch + ")" : "p(" + branch + ")";
  }

  /** Those to the predicted class. */
  private static void addContributions(ResultsTable table, Result result) {
    String predicted = result.predicted().label().key();
    for (Contribution part : result.contributions()) {
      if (part.classKey().equals(predicted)) {
        number(table, "c_" + part.source(), part.probability(), DECIMALS);
        number(table, "c_" + part.source() + " log-odds", part.logOdds(), DECIMALS);
      }
    }
  }

  private static void add(ResultsTable table, Lesion lesion) {
    RegionFacts facts = lesion.facts();
    table.addValue("Lesion", lesion.name());
    number(table, "Lesion mm3", facts.volume(), VOLUME_DECIMALS);
    number(table, "Lesion x", facts.centre().x(), VOLUME_DECIMALS);
    number(table, "Lesion y", facts.centre().y(), VOLUME_DECIMALS);
    number(table, "Lesion z", facts.centre().z(), VOLUME_DECIMALS);
  }

  private static void add(ResultsTable table, RoiScores scores) {
    number(table, "ROI heat share", scores.share(), DECIMALS);
    number(table, "ROI area share", scores.areaShare(), DECIMALS);
    number(table, "ROI mean heat", scores.mean(), DECIMALS);
  }

  private static void number(ResultsTable table, String column, double value, int decimals) {
    table.addValue(column, value);
    table.setDecimalPlaces(table.getColumnIndex(column), decimals);
  }
}
