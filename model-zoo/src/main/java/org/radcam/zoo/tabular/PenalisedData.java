package org.radcam.zoo.tabular;

import org.radcam.UserException;

/**
 * Columns centred and scaled to a standard deviation of 1 (divided by n, as glmnet does), column
 * after column because coordinate descent runs along columns; and the classes as 0 and 1.
 */
final class PenalisedData {
  /** A column whose spread is no more than rounding is the same in every row. */
  private static final double ROUNDING = 1e-13;

  final int cases;
  final int features;
  final int classes;

  /** Rows of coefficients: one for two classes, else one a class. */
  final int outputs;

  final double[][] columns;
  final double[] centres;

  /** 0 where the column is constant; it then takes no part. */
  final double[] scales;

  /** Output by case: whether the case is of the class (of two classes: the second). */
  final double[][] truth;

  PenalisedData(TabularData data) {
    cases = data.size();
    features = data.features().size();
    classes = data.classes();
    outputs = classes == 2 ? 1 : classes;
    for (int label = 0; label < classes; label++) {
      if (data.counts()[label] == 0) {
        throw new UserException(
            "Class " + (label + 1) + " has no cases to learn from: add cases, or use fewer folds");
      }
    }
    columns = new double[features][cases];
    centres = new double[features];
    scales = new double[features];
    for (int j = 0; j < features; j++) {
      standardise(data.rows(), j);
    }
    truth = new double[outputs][cases];
    for (int k = 0; k < outputs; k++) {
      for (int n = 0; n < cases; n++) {
        truth[k][n] = data.labels()[n] == (outputs == 1 ? 1 : k) ? 1 : 0;
      }
    }
  }

  private void standardise(double[][] rows, int j) {
    double mean = 0;
    for (double[] row : rows) {
      mean += row[j] / cases;
    }
    double squares = 0;
    for (double[] row : rows) {
      squares += (row[j] - mean) * (row[j] - mean) / cases;
    }
    double scale = Math.sqrt(squares);
    centres[j] = mean;
    if (scale <= ROUNDING * Math.abs(mean)) {
      return;
    }
    scales[j] = scale;
    for (int n = 0; n < cases; n++) {
      columns[j][n] = (rows[n][j] - mean) / scale;
    }
  }
}
