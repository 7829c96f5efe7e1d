package org.radcam.zoo.train;

import java.util.OptionalDouble;

/**
 * Temperature scaling (Guo et al., On calibration of modern neural networks, ICML 2017, section
 * 4.2): the one number by which logits are divided so that the log loss is smallest.
 */
final class Temperature {
  private static final double LOW = Math.log(0.05);
  private static final double HIGH = Math.log(20);

  /** The inverse of the golden ratio. */
  private static final double SHARE = (Math.sqrt(5) - 1) / 2;

  /** Narrows the search to 6 x 0.618^60 = 2e-12 of the logarithm. */
  private static final int STEPS = 60;

  private Temperature() {}

  /** A minimum that close to the end of the range, in its logarithm, is the end. */
  private static final double AT_THE_END = 0.01;

  /**
   * The temperature between 0.05 and 20; empty where the answers tell none: there are none, or the
   * loss goes on falling to the end of that range (all are right, or of one class). The loss has
   * one minimum: it is convex in 1 / temperature. Golden-section search over the logarithm.
   */
  static OptionalDouble fit(double[][] logits, int[] labels) {
    if (labels.length == 0) {
      return OptionalDouble.empty();
    }
    double low = LOW;
    double high = HIGH;
    for (int step = 0; step < STEPS; step++) {
      double a = high - SHARE * (high - low);
      double b = low + SHARE * (high - low);
      if (Scores.logLoss(logits, labels, Math.exp(a))
          <= Scores.logLoss(logits, labels, Math.exp(b))) {
        high = b;
      } else {
        low = a;
      }
    }
    double found = (low + high) / 2;
    return found - LOW < AT_THE_END || HIGH - found < AT_THE_END
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.exp(found));
  }
}
