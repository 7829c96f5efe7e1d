package org.radcam.stats.calibration;

import java.util.Arrays;
import org.radcam.stats.Predictions;

/**
 * Log loss (Good, J R Stat Soc B 1952;14:107): the mean of -log of the probability that the true
 * class was given; 0 is perfect. A probability of 0 counts as 2.2e-16, the spacing of numbers at 1,
 * as in scikit-learn's {@code log_loss}, so that one wrong certainty costs 36 and not all.
 */
public final class LogLoss {
  private static final double LEAST = Math.ulp(1.0);

  private final double[] losses;

  private LogLoss(double[] losses) {
    this.losses = losses;
  }

  /** Of a model's classes. */
  public static LogLoss of(Predictions predictions) {
    double[] losses = new double[predictions.size()];
    for (int n = 0; n < losses.length; n++) {
      double p = predictions.probabilities()[n][predictions.labels()[n]];
      losses[n] = -Math.log(Math.max(LEAST, p));
    }
    return new LogLoss(losses);
  }

  /** Over all cases. */
  public double value() {
    return Arrays.stream(losses).average().orElse(Double.NaN);
  }

  /** Where case n counts {@code times[n]} times. */
  public double value(int[] times) {
    double sum = 0;
    long count = 0;
    for (int n = 0; n < losses.length; n++) {
      sum += times[n] * losses[n];
      count += times[n];
    }
    return sum / count;
  }
}
