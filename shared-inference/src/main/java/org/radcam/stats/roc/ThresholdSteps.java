package org.radcam.stats.roc;

import java.util.Arrays;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Ranks;

/**
 * How many positive and negative cases reach each threshold. The thresholds are the different
 * scores, from the highest; a case reaches a threshold where its score is at least that.
 */
final class ThresholdSteps {
  private final double[] thresholds;
  private final int[] stepOf;
  private final boolean[] positive;

  ThresholdSteps(BinaryCases cases) {
    int[] order = Ranks.order(cases.scores());
    double[] scores = cases.scores();
    positive = cases.positive();
    stepOf = new int[order.length];
    double[] different = new double[order.length];
    int steps = 0;
    for (int n = order.length - 1; n >= 0; n--) {
      double score = scores[order[n]];
      if (steps == 0 || score != different[steps - 1]) {
        different[steps++] = score;
      }
      stepOf[order[n]] = steps - 1;
    }
    thresholds = Arrays.copyOf(different, steps);
  }

  double threshold(int step) {
    return thresholds[step];
  }

  int size() {
    return thresholds.length;
  }

  int[] once() {
    int[] once = new int[stepOf.length];
    Arrays.fill(once, 1);
    return once;
  }

  /**
   * Counts the cases of one kind.
   *
   * @param wanted true for the positive cases, false for the negative ones
   * @param times how often each case counts
   * @return for each threshold how many of them reach it
   */
  long[] reaching(boolean wanted, int[] times) {
    long[] counts = new long[thresholds.length];
    for (int n = 0; n < stepOf.length; n++) {
      if (positive[n] == wanted) {
        counts[stepOf[n]] += times[n];
      }
    }
    for (int step = 1; step < counts.length; step++) {
      counts[step] += counts[step - 1];
    }
    return counts;
  }
}
