package org.radcam.stats;

import java.util.Arrays;

/**
 * Area under the empirical ROC curve: the probability that a positive case scores higher than a
 * negative one, a tie counting half (Hanley and McNeil, Radiology 1982;143:29, section "The
 * statistical properties of W"; Mann-Whitney statistic).
 *
 * <p>Holds the scores' order, so that the many areas of a bootstrap cost one pass each.
 */
public final class Auc {
  private final double[] scores;
  private final boolean[] positive;
  private final int[] order;

  /**
   * @param scores higher speaks for positive; none may be NaN
   * @param positive the truth, one for each score
   */
  public Auc(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "There are " + scores.length + " scores and " + positive.length + " truths");
    }
    this.scores = scores.clone();
    this.positive = positive.clone();
    this.order = Ranks.order(scores);
  }

  public Auc(BinaryCases cases) {
    this(cases.scores(), cases.positive());
  }

  /** The area; NaN where there is no positive or no negative case. */
  public static double of(double[] scores, boolean[] positive) {
    return new Auc(scores, positive).value();
  }

  /** The area over all cases; NaN where there is no positive or no negative one. */
  public double value() {
    int[] once = new int[scores.length];
    Arrays.fill(once, 1);
    return value(once);
  }

  /**
   * The area where case n counts {@code times[n]} times; NaN where that leaves no positive or no
   * negative case.
   */
  public double value(int[] times) {
    // Wins are counted in halves, in whole numbers, so that no order of summation matters.
    long halves = 0;
    long negativesBelow = 0;
    long positives = 0;
    for (int first = 0; first < order.length; ) {
      int end = first;
      long tiedPositives = 0;
      long tiedNegatives = 0;
      while (end < order.length && scores[order[end]] == scores[order[first]]) {
        int n = order[end++];
        if (positive[n]) {
          tiedPositives += times[n];
        } else {
          tiedNegatives += times[n];
        }
      }
      halves += tiedPositives * (2 * negativesBelow + tiedNegatives);
      negativesBelow += tiedNegatives;
      positives += tiedPositives;
      first = end;
    }
    return positives == 0 || negativesBelow == 0
        ? Double.NaN
        : halves / (2.0 * positives * negativesBelow);
  }
}
