package org.radcam.stats.decision;

import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;

/**
 * Decision curve (Vickers and Elkin, Med Decis Making 2006;26:565): net benefit = TP / n - FP / n
 * times pt / (1 - pt), over threshold probabilities pt, beside that of treating all and none. With
 * 95 % intervals by bootstrap, pointwise.
 *
 * @param points by rising threshold
 */
public record DecisionCurve(List<NetBenefit> points) {
  public DecisionCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of all cases.
   *
   * @param cases with probabilities as scores
   * @param thresholds from 0, below 1, rising
   * @throws UserException if a score is no probability, or a threshold none
   */
  public static DecisionCurve of(
      BinaryCases cases, List<Double> thresholds, ClusteredBootstrap bootstrap) {
    cases.requireProbabilities("A decision curve");
    for (double threshold : thresholds) {
      if (!(threshold >= 0 && threshold < 1)) {
        throw new UserException(
            "A threshold of a decision curve is at least 0 and lies below 1, not " + threshold);
      }
    }
    List<Interval> drawn = bootstrap.intervals(times -> netBenefits(cases, thresholds, times));
    List<NetBenefit> points = new ArrayList<>();
    for (int t = 0; t < thresholds.size(); t++) {
      points.add(new NetBenefit(thresholds.get(t), drawn.get(2 * t), drawn.get(2 * t + 1)));
    }
    return new DecisionCurve(points);
  }

  /** Of the model and of treating all, by turns. */
  private static double[] netBenefits(BinaryCases cases, List<Double> thresholds, int[] times) {
    double[] benefits = new double[2 * thresholds.size()];
    double[] scores = cases.scores();
    for (int t = 0; t < thresholds.size(); t++) {
      double threshold = thresholds.get(t);
      long[] treated = new long[2];
      long[] all = new long[2];
      for (int n = 0; n < scores.length; n++) {
        int truth = cases.positive()[n] ? 1 : 0;
        all[truth] += times[n];
        treated[truth] += scores[n] >= threshold ? times[n] : 0;
      }
      double odds = threshold / (1 - threshold);
      double count = all[0] + all[1];
      benefits[2 * t] = treated[1] / count - treated[0] / count * odds;
      benefits[2 * t + 1] = all[1] / count - all[0] / count * odds;
    }
    return benefits;
  }
}
