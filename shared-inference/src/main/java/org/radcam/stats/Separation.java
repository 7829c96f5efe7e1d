package org.radcam.stats;

import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;

/**
 * Whether a direction of the coefficients separates the classes: no case lies on the wrong side,
 * and some lie off the boundary. The likelihood then grows without end along it (Albert and
 * Anderson, Biometrika 1984;71:1, theorems 1 and 2).
 */
final class Separation {
  /** Of the largest distance from the boundary: what counts as on it. */
  private static final double ON_BOUNDARY = 1e-5;

  /** Of the largest weight: what counts as taking part. */
  private static final double TAKES_PART = 1e-3;

  private Separation() {}

  /**
   * @param rows of the design matrix, 1 first
   * @param direction one weight for each column
   */
  static boolean separates(double[][] rows, boolean[] positive, double[] direction) {
    double worst = Double.POSITIVE_INFINITY;
    double best = 0;
    for (int n = 0; n < rows.length; n++) {
      double side = LogisticRegression.dot(rows[n], direction) * (positive[n] ? 1 : -1);
      worst = Math.min(worst, side);
      best = Math.max(best, side);
    }
    return best > 0 && worst >= -ON_BOUNDARY * best;
  }

  /** Says which features separate the classes, by their weights in the direction. */
  static UserException refusal(double[] direction, List<String> names) {
    double largest = 0;
    for (int j = 1; j < direction.length; j++) {
      largest = Math.max(largest, Math.abs(direction[j]));
    }
    List<String> guilty = new ArrayList<>();
    for (int j = 1; j < direction.length; j++) {
      if (Math.abs(direction[j]) > TAKES_PART * largest) {
        guilty.add(names.get(j - 1));
      }
    }
    return refusal(guilty);
  }

  static UserException refusal(List<String> guilty) {
    return new UserException(
        (guilty.size() == 1
                ? "The feature " + guilty.get(0) + " separates"
                : "The features " + String.join(", ", guilty) + " together separate")
            + " the two classes perfectly for some or all cases, so that the odds ratio would be infinite:"
            + " leave one out, join rare categories, or add cases");
  }
}
