package org.radcam.stats;

/**
 * Confidence interval of one area under the ROC curve by DeLong, DeLong and Clarke-Pearson
 * (Biometrics 1988;44:837). It takes the cases for independent, so where patients have several
 * cases it is too narrow; {@link ClusteredBootstrap} is then the one to report.
 */
public final class DeLong {
  private DeLong() {}

  /**
   * The area with its 95 % interval, cut to 0..1; NaN throughout where there are fewer than two
   * positive or two negative cases.
   */
  public static Interval interval(BinaryCases cases) {
    if (cases.positives() < 2 || cases.negatives() < 2) {
      return Interval.UNDEFINED;
    }
    Placements placements = Placements.of(cases);
    return Interval.wald(placements.area(), Math.sqrt(placements.variance()), 0, 1);
  }

  /** The same of scores and truths. */
  public static Interval interval(double[] scores, boolean[] positive) {
    return interval(new BinaryCases(scores, positive));
  }
}
