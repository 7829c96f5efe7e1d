package org.radcam.stats.calibration;

import java.util.Arrays;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;

/**
 * Brier score (Mon Weather Rev 1950;78:1): the mean squared distance between probabilities and
 * truth; 0 is perfect. Of two classes the mean of (p - y)² of the second class, from 0 to 1; of
 * more the sum over the classes, from 0 to 2, as Brier wrote it. scikit-learn's {@code
 * brier_score_loss} makes the same choice.
 */
public final class BrierScore {
  private final double[] squares;

  private BrierScore(double[] squares) {
    this.squares = squares;
  }

  /** Of a model's classes; see the class for two classes and more. */
  public static BrierScore of(Predictions predictions) {
    if (predictions.classes().size() == 2) {
      return of(predictions.oneVsRest(1));
    }
    double[] squares = new double[predictions.size()];
    for (int n = 0; n < squares.length; n++) {
      double[] p = predictions.probabilities()[n];
      for (int k = 0; k < p.length; k++) {
        double distance = p[k] - (predictions.labels()[n] == k ? 1 : 0);
        squares[n] += distance * distance;
      }
    }
    return new BrierScore(squares);
  }

  /** Of the probability of one class against the rest. */
  public static BrierScore of(BinaryCases cases) {
    cases.requireProbabilities("The Brier score");
    double[] squares = new double[cases.size()];
    for (int n = 0; n < squares.length; n++) {
      double distance = cases.scores()[n] - (cases.positive()[n] ? 1 : 0);
      squares[n] = distance * distance;
    }
    return new BrierScore(squares);
  }

  /** Over all cases. */
  public double value() {
    return Arrays.stream(squares).average().orElse(Double.NaN);
  }

  /** Where case n counts {@code times[n]} times. */
  public double value(int[] times) {
    double sum = 0;
    long count = 0;
    for (int n = 0; n < squares.length; n++) {
      sum += times[n] * squares[n];
      count += times[n];
    }
    return sum / count;
  }
}
