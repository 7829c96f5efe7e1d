package org.radcam.fiji.result;

import ij.measure.ResultsTable;
import java.util.List;
import org.radcam.radiomics.FeatureValue;

/** Radiomics features as rows of an ImageJ table: tag, name, value. */
public final class FeatureRows {
  /** Title of the window. */
  public static final String TITLE = "Radiomics";

  /** Features range over many orders of magnitude: ImageJ takes negative numbers as exponents. */
  private static final int DIGITS = -6;

  private FeatureRows() {}

  /** Shows features in a window of their own, in place of those of the last time. */
  public static void show(String label, List<FeatureValue> features) {
    ResultsTable table = new ResultsTable();
    fill(table, label, features);
    table.show(TITLE);
  }

  /**
   * Adds features to the table that macros read with {@code getResult}, with or without a screen.
   */
  public static void add(String label, List<FeatureValue> features) {
    ResultsTable table = ResultsTable.getResultsTable();
    // Rows of other commands have no value here, and 0 would be one.
    table.setNaNEmptyCells(true);
    fill(table, label, features);
    table.show("Results");
  }

  private static void fill(ResultsTable table, String label, List<FeatureValue> features) {
    for (FeatureValue feature : features) {
      table.incrementCounter();
      table.addLabel(label);
      table.addValue("tag", feature.tag());
      table.addValue("name", feature.name());
      table.addValue("value", feature.value());
    }
    table.setDecimalPlaces(table.getColumnIndex("value"), DIGITS);
  }
}
