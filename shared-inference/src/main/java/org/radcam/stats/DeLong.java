package org.radcam.stats;

import java.util.Arrays;

/**
 * Confidence interval of one area under the ROC curve by DeLong, DeLong and Clarke-Pearson
 * (Biometrics 1988;44:837), computed with midranks as Sun and Xu (IEEE Signal Process Lett
 * 2014;21:1389, algorithm 2). It takes the cases for independent, so where patients have several
 * cases it is too narrow; {@link ClusteredBootstrap} is then the one to report.
 */
public final class DeLong {
  /** The 0.975 quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  private DeLong() {}

  /**
   * The area with its 95 % interval, cut to 0..1; NaN throughout where there are fewer than two
   * positive or two negative cases.
   */
  public static Interval interval(double[] scores, boolean[] positive) {
    double area = Auc.of(scores, positive);
    double[] positives = select(scores, positive, true);
    double[] negatives = select(scores, positive, false);
    if (positives.length < 2 || negatives.length < 2) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double variance =
        variance(shares(positives, negatives)) / positives.length
            + variance(shares(negatives, positives)) / negatives.length;
    double half = Z * Math.sqrt(variance);
    return new Interval(area, Math.max(0, area - half), Math.min(1, area + half));
  }

  private static double[] select(double[] scores, boolean[] positive, boolean wanted) {
    double[] chosen = new double[scores.length];
    int count = 0;
    for (int n = 0; n < scores.length; n++) {
      if (positive[n] == wanted) {
        chosen[count++] = scores[n];
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** For each score the share of the others that lie below it, ties half. */
  private static double[] shares(double[] scores, double[] others) {
    double[] both = Arrays.copyOf(scores, scores.length + others.length);
    System.arraycopy(others, 0, both, scores.length, others.length);
    double[] within = Ranks.midranks(scores);
    double[] among = Ranks.midranks(both);
    double[] shares = new double[scores.length];
    for (int n = 0; n < scores.length; n++) {
      shares[n] = (among[n] - within[n]) / others.length;
    }
    return shares;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
