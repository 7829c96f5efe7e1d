package org.radcam.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.radcam.UserException;

/**
 * Refuses data of which a regression has no single answer; {@link LogisticRegression} lists why.
 */
final class RegressionCheck {
  /** Of a standardised column: what is left of it after the columns before it, as a length. */
  private static final double COLLINEAR = 1e-7;

  private static final double TAKES_PART = 1e-6;

  private RegressionCheck() {}

  static void check(double[][] x, boolean[] y, List<String> names) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "There are " + x.length + " rows and " + y.length + " classes");
    }
    values(x, names);
    counts(y, names);
    for (int j = 0; j < names.size(); j++) {
      spread(x, j, names);
    }
    collinearity(new StandardisedColumns(x).rows(), names);
    for (int j = 0; j < names.size(); j++) {
      oneSeparates(x, y, j, names);
    }
  }

  private static void values(double[][] x, List<String> names) {
    for (int n = 0; n < x.length; n++) {
      if (x[n].length != names.size()) {
        throw new IllegalArgumentException(
            "Row " + (n + 1) + " has " + x[n].length + " values for " + names.size() + " features");
      }
      for (int j = 0; j < names.size(); j++) {
        if (!Double.isFinite(x[n][j])) {
          throw new UserException(
              "The feature "
                  + names.get(j)
                  + " has no finite value in row "
                  + (n + 1)
                  + ": fill it in, or leave the case or the feature out");
        }
      }
    }
  }

  private static void counts(boolean[] y, List<String> names) {
    int positives = LogisticRegression.count(y);
    if (positives == 0 || positives == y.length) {
      throw new UserException(
          "A logistic regression needs cases of both classes; all "
              + y.length
              + " cases are "
              + (positives == 0 ? "negative" : "positive"));
    }
    if (y.length <= names.size() + 1) {
      throw new UserException(
          y.length
              + " cases are too few for a regression of "
              + names.size()
              + " features: leave features out, or add cases");
    }
  }

  private static void spread(double[][] x, int j, List<String> names) {
    for (double[] row : x) {
      if (row[j] != x[0][j]) {
        return;
      }
    }
    throw new UserException(
        "The feature " + names.get(j) + " is " + x[0][j] + " in every case: leave it out");
  }

  /** Each column must keep something of its own after those before it (Gram-Schmidt, twice). */
  private static void collinearity(double[][] rows, List<String> names) {
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j <= names.size(); j++) {
      double[] column = column(rows, j);
      double before = Math.sqrt(LogisticRegression.dot(column, column));
      for (int pass = 0; pass < 2; pass++) {
        for (double[] direction : basis) {
          double share = LogisticRegression.dot(column, direction);
          for (int n = 0; n < column.length; n++) {
            column[n] -= share * direction[n];
          }
        }
      }
      double after = Math.sqrt(LogisticRegression.dot(column, column));
      if (after < COLLINEAR * before) {
        throw collinear(rows, j, names);
      }
      for (int n = 0; n < column.length; n++) {
        column[n] /= after;
      }
      basis.add(column);
    }
  }

  private static UserException collinear(double[][] rows, int j, List<String> names) {
    double[][] earlier = new double[rows.length][];
    for (int n = 0; n < rows.length; n++) {
      earlier[n] = Arrays.copyOf(rows[n], j);
    }
    double[] weights =
        new QRDecomposition(MatrixUtils.createRealMatrix(earlier))
            .getSolver()
            .solve(new ArrayRealVector(column(rows, j)))
            .toArray();
    List<String> others = new ArrayList<>();
    for (int k = 1; k < j; k++) {
      if (Math.abs(weights[k]) > TAKES_PART) {
        others.add(names.get(k - 1));
      }
    }
    return new UserException(
        "The feature "
            + names.get(j - 1)
            + " follows linearly from "
            + String.join(", ", others)
            + ": leave one of them out");
  }

  /** A single feature is the commonest culprit, and can be named exactly. */
  private static void oneSeparates(double[][] x, boolean[] y, int j, List<String> names) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int n = 0; n < y.length; n++) {
      int k = y[n] ? 1 : 0;
      low[k] = Math.min(low[k], x[n][j]);
      high[k] = Math.max(high[k], x[n][j]);
    }
    if (high[0] <= low[1] || high[1] <= low[0]) {
      throw Separation.refusal(List.of(names.get(j)));
    }
  }

  private static double[] column(double[][] rows, int j) {
    double[] column = new double[rows.length];
    for (int n = 0; n < rows.length; n++) {
      column[n] = rows[n][j];
    }
    return column;
  }
}
