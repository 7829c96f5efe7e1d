package org.radcam.stats;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The design matrix of a regression with an intercept, its features centred and scaled to a
 * standard deviation of 1, so that units (grams or kilograms) do not decide how well the equations
 * are solved; and the way back to the features' own units.
 */
final class StandardisedColumns {
  private final double[][] rows;
  private final double[] centres;
  private final double[] scales;

  StandardisedColumns(double[][] x) {
    int features = x[0].length;
    centres = new double[features];
    scales = new double[features];
    rows = new double[x.length][features + 1];
    for (int j = 0; j < features; j++) {
      double mean = 0;
      for (double[] row : x) {
        mean += row[j] / x.length;
      }
      double squares = 0;
      for (double[] row : x) {
        squares += (row[j] - mean) * (row[j] - mean);
      }
      centres[j] = mean;
      scales[j] = Math.sqrt(squares / x.length);
      for (int n = 0; n < x.length; n++) {
        rows[n][j + 1] = (x[n][j] - centres[j]) / scales[j];
      }
    }
    for (double[] row : rows) {
      row[0] = 1;
    }
  }

  /** One row a case: 1, then the standardised features. */
  double[][] rows() {
    return rows;
  }

  /** Intercept and coefficients in the features' own units. */
  double[] coefficients(double[] standardised) {
    return back().operate(standardised);
  }

  /** Covariance of intercept and coefficients in the features' own units. */
  RealMatrix covariance(RealMatrix standardised) {
    RealMatrix back = back();
    return back.multiply(standardised).multiplyTransposed(back);
  }

  /** The coefficients are linear in the standardised ones. */
  private RealMatrix back() {
    RealMatrix back = MatrixUtils.createRealMatrix(scales.length + 1, scales.length + 1);
    back.setEntry(0, 0, 1);
    for (int j = 0; j < scales.length; j++) {
      back.setEntry(0, j + 1, -centres[j] / scales[j]);
      back.setEntry(j + 1, j + 1, 1 / scales[j]);
    }
    return back;
  }
}
