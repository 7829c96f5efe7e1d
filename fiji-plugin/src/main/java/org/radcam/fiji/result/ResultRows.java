package org.radcam.fiji.result;

import ij.measure.ResultsTable;
import java.util.stream.Collectors;
import org.radcam.classify.ClassScore;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.RoiScores;
import org.radcam.classify.Warning;

/** Results as rows of ImageJ's Results table, one for each slice. */
public final class ResultRows {
  /** Probabilities differ meaningfully in the third decimal at most; one more shows ties. */
  private static final int DECIMALS = 4;

  private ResultRows() {}

  /**
   * Adds a row to the table that macros read with {@code getResult}.
   *
   * @param label the image
   * @param slice position in the stack, from 1
   */
  public static void add(String label, int slice, Result result) {
    ResultsTable table = ResultsTable.getResultsTable();
    // Rows of other commands have no value here, and 0 would be one.
    table.setNaNEmptyCells(true);
    table.incrementCounter();
    table.addLabel(label);
    table.addValue("Slice", slice);
    table.addValue("Predicted", result.predicted().label().key());
    for (ClassScore score : result.scores()) {
      number(table, "p_" + score.label().key(), score.probability());
    }
    result.roiScores().ifPresent(scores -> add(table, scores));
    table.addValue("Heat map of", result.heatMap().map(HeatMap::classKey).orElse(""));
    table.addValue("Task", result.taskKey());
    table.addValue("Model", result.modelId());
    table.addValue("Device", result.audit().device());
    table.addValue(
        "Warnings",
        result.warnings().stream().map(Warning::message).collect(Collectors.joining(" ")));
    table.addValue("Note", result.standing().sentence());
  }

  /** Shows the table, if there is a screen. */
  public static void show() {
    ResultsTable.getResultsTable().show("Results");
  }

  private static void add(ResultsTable table, RoiScores scores) {
    number(table, "ROI heat share", scores.share());
    number(table, "ROI area share", scores.areaShare());
    number(table, "ROI mean heat", scores.mean());
  }

  private static void number(ResultsTable table, String column, double value) {
    table.addValue(column, value);
    table.setDecimalPlaces(table.getColumnIndex(column), DECIMALS);
  }
}
