package org.radcam.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;

/**
 * Pointwise 95 % intervals of the sensitivity at given false positive rates, by bootstrap (vertical
 * averaging: Fawcett, Pattern Recognit Lett 2006;27:861, section 8.1). Between the points of a
 * resampled curve the sensitivity is read from the straight line; where the curve climbs, its top
 * counts. Pointwise: the whole curve lies inside less often than in 95 of 100 studies.
 *
 * @param falsePositiveRates from 0 to 1, evenly spaced
 * @param sensitivities one interval for each
 */
public record RocBand(List<Double> falsePositiveRates, List<Interval> sensitivities) {
  public RocBand {
    falsePositiveRates = List.copyOf(falsePositiveRates);
    sensitivities = List.copyOf(sensitivities);
  }

  /**
   * The band of all cases.
   *
   * @param steps how many equal steps the false positive rates take from 0 to 1, at least one
   * @throws org.radcam.UserException if there are no positive or no negative cases
   */
  public static RocBand of(BinaryCases cases, ClusteredBootstrap bootstrap, int steps) {
    cases.require(1, "A band around a ROC curve");
    List<Double> rates = new ArrayList<>();
    for (int n = 0; n <= steps; n++) {
      rates.add((double) n / steps);
    }
    ThresholdSteps thresholds = new ThresholdSteps(cases);
    return new RocBand(
        rates, bootstrap.intervals(times -> sensitivities(thresholds, times, rates)));
  }

  /** NaN throughout where the resample lacks a class. */
  private static double[] sensitivities(
      ThresholdSteps steps, int[] times, List<Double> falsePositiveRates) {
    long[] hits = steps.reaching(true, times);
    long[] alarms = steps.reaching(false, times);
    double positives = hits[hits.length - 1];
    double negatives = alarms[alarms.length - 1];
    double[] sensitivities = new double[falsePositiveRates.size()];
    int next = 0;
    for (int n = 0; n < sensitivities.length; n++) {
      double wanted = falsePositiveRates.get(n) * negatives;
      while (next < alarms.length && alarms[next] <= wanted) {
        next++;
      }
      double hitsBefore = next == 0 ? 0 : hits[next - 1];
      double alarmsBefore = next == 0 ? 0 : alarms[next - 1];
      double beyond =
          next == alarms.length
              ? 0
              : (wanted - alarmsBefore) / (alarms[next] - alarmsBefore) * (hits[next] - hitsBefore);
      sensitivities[n] =
          positives == 0 || negatives == 0 ? Double.NaN : (hitsBefore + beyond) / positives;
    }
    return sensitivities;
  }
}
