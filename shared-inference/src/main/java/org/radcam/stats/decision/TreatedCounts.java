package org.radcam.stats.decision;

import java.util.List;
import org.radcam.stats.BinaryCases;

/** How many positive and negative cases reach each of several rising thresholds. */
final class TreatedCounts {
  private final boolean[] positive;
  private final int[] reached;
  private final int thresholds;

  TreatedCounts(BinaryCases cases, List<Double> thresholds) {
    this.positive = cases.positive();
    this.thresholds = thresholds.size();
    this.reached = new int[cases.size()];
    for (int n = 0; n < reached.length; n++) {
      while (reached[n] < this.thresholds && cases.scores()[n] >= thresholds.get(reached[n])) {
        reached[n]++;
      }
    }
  }

  /**
   * Counts the cases of one kind.
   *
   * @param wanted true for the positive cases, false for the negative ones
   * @param times how often each case counts
   * @return first all of them, then those that reach each threshold
   */
  long[] reaching(boolean wanted, int[] times) {
    long[] counts = new long[thresholds + 1];
    for (int n = 0; n < reached.length; n++) {
      if (positive[n] == wanted) {
        counts[reached[n]] += times[n];
      }
    }
    for (int t = thresholds - 1; t >= 0; t--) {
      counts[t] += counts[t + 1];
    }
    return counts;
  }
}
