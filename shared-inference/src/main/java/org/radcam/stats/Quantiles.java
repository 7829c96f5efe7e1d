package org.radcam.stats;

/** Sample quantiles. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Linear between order statistics at rank p (n - 1) (Hyndman and Fan, Am Stat 1996;50:361, type
   * 7); NaN of no values.
   *
   * @param sorted values, the least first
   * @param p from 0 to 1
   */
  public static double ofSorted(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double rank = p * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
