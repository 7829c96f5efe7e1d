package org.radcam.stats.validation;

/** Logarithms of probabilities that may be 0. */
final class Logs {
  /**
   * A probability of 0 counts as this: the loss of a case stays finite. The same bound as that of
   * {@link org.radcam.stats.calibration.LogLoss}, so that scaling by 1 changes no loss.
   */
  static final double LEAST = Math.ulp(1.0);

  private Logs() {}

  static double log(double probability) {
    return Math.log(Math.max(LEAST, probability));
  }

  /** log(p / (1 - p)). */
  static double odds(double probability) {
    return log(probability) - log(1 - probability);
  }
}
