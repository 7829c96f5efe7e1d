package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The named features of cases.
 *
 * @param names of the columns
 * @param cases one a row
 * @param rows one value a column; NaN where a feature has none
 */
record FeatureTable(List<String> names, List<TrainingCase> cases, double[][] rows) {
  FeatureTable {
    names = List.copyOf(names);
    cases = List.copyOf(cases);
  }

  /**
   * Puts features of several kinds side by side.
   *
   * @param features of each case, the same names in the same order
   */
  static FeatureTable of(List<TrainingCase> cases, List<Map<String, Double>> features) {
    List<String> names = new ArrayList<>(features.get(0).keySet());
    double[][] rows = new double[cases.size()][names.size()];
    for (int n = 0; n < rows.length; n++) {
      for (int j = 0; j < names.size(); j++) {
        rows[n][j] = features.get(n).getOrDefault(names.get(j), Double.NaN);
      }
    }
    return new FeatureTable(names, cases, rows);
  }

  /** Class of each case. */
  int[] labels() {
    return cases.stream().mapToInt(TrainingCase::label).toArray();
  }

  /** The columns of these names, in this order. */
  double[][] columns(List<String> wanted) {
    int[] at = wanted.stream().mapToInt(names::indexOf).toArray();
    double[][] chosen = new double[rows.length][at.length];
    for (int n = 0; n < rows.length; n++) {
      for (int j = 0; j < at.length; j++) {
        chosen[n][j] = rows[n][at[j]];
      }
    }
    return chosen;
  }

  /**
   * Writes the table, replacing the file: {@code case, label} and the features with all their
   * digits; empty where a feature has no value.
   *
   * @param classes keys of the classes
   */
  void write(Path file, List<String> classes) throws IOException {
    List<String> header = new ArrayList<>(List.of("case", "label"));
    header.addAll(names);
    TableFile.write(
        file,
        header,
        () -> IntStream.range(0, rows.length).<List<?>>mapToObj(n -> row(n, classes)).iterator());
  }

  private List<Object> row(int n, List<String> classes) {
    List<Object> row =
        new ArrayList<>(List.of(cases.get(n).id(), classes.get(cases.get(n).label())));
    for (double value : rows[n]) {
      row.add(Double.isFinite(value) ? value : "");
    }
    return row;
  }
}
