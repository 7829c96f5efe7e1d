package org.radcam.stats;

import java.util.List;

/**
 * Confidence interval of one area under the ROC curve by DeLong, DeLong and Clarke-Pearson
 * (Biometrics 1988;44:837). Without patients it takes the cases for independent; where patients
 * have several it is then too narrow, and the one with patients (Obuchowski, Biometrics
 * 1997;53:567) or {@link ClusteredBootstrap} is the one to report.
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

  /**
   * The area with the 95 % interval that takes patients, not cases, for independent.
   *
   * @param patients whom each case belongs to
   * @throws org.radcam.UserException if fewer than two patients have positive, or negative, cases
   */
  public static Interval interval(BinaryCases cases, List<String> patients) {
    ClusteredVariance variance =
        new ClusteredVariance(cases.positive(), patients, "An interval of the area");
    Placements placements = Placements.of(cases);
    double error = Math.sqrt(variance.of(placements.positives(), placements.negatives()));
    return Interval.wald(placements.area(), error, 0, 1);
  }

  /** Of scores and truths, cases independent. */
  public static Interval interval(double[] scores, boolean[] positive) {
    return interval(new BinaryCases(scores, positive));
  }
}
