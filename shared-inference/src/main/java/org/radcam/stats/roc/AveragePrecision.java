package org.radcam.stats.roc;

import org.radcam.stats.BinaryCases;

/**
 * Average precision: the sum over thresholds of precision times gain of recall, without
 * interpolation (Su, Yuan and Zhu, ICTIR 2015; scikit-learn's {@code average_precision_score}).
 */
public final class AveragePrecision {
  private final ThresholdSteps steps;

  public AveragePrecision(BinaryCases cases) {
    steps = new ThresholdSteps(cases);
  }

  /** Over all cases; NaN where none is positive. */
  public double value() {
    return value(steps.once());
  }

  /** Where case n counts {@code times[n]} times; NaN where no positive case is left. */
  public double value(int[] times) {
    long[] hits = steps.reaching(true, times);
    long[] alarms = steps.reaching(false, times);
    double sum = 0;
    long before = 0;
    for (int s = 0; s < hits.length; s++) {
      if (hits[s] > before) {
        sum += (hits[s] - before) * ((double) hits[s] / (hits[s] + alarms[s]));
        before = hits[s];
      }
    }
    return before == 0 ? Double.NaN : sum / before;
  }
}
