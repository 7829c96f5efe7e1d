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
    check(thresholds);
    TreatedCounts counts = new TreatedCounts(cases, thresholds);
    List<Interval> drawn = bootstrap.intervals(times -> netBenefits(thresholds, counts, times));
    List<NetBenefit> points = new ArrayList<>();
    for (int t = 0; t < thresholds.size(); t++) {
      points.add(new NetBenefit(thresholds.get(t), drawn.get(2 * t), drawn.get(2 * t + 1)));
    }
    return new DecisionCurve(points);
  }

  private static void check(List<Double> thresholds) {
    double before = -1;
    for (double threshold : thresholds) {
      if (!(threshold >= 0 && threshold < 1)) {
        throw new UserException(
            "A threshold of a decision curve is at least 0 and lies below 1, not " + threshold);
      }
      if (threshold <= before) {
        throw new UserException(
            "The thresholds of a decision curve must rise; " + threshold + " follows " + before);
      }
      before = threshold;
    }
  }

  /** Of the model and of treating all, by turns. */
  private static double[] netBenefits(List<Double> thresholds, TreatedCounts counts, int[] times) {
    long[] sick = counts.reaching(true, times);
    long[] healthy = counts.reaching(false, times);
    double total = sick[0] + healthy[0];
    double[] benefits = new double[2 * thresholds.size()];
    for (int t = 0; t < thresholds.size(); t++) {
      double odds = thresholds.get(t) / (1 - thresholds.get(t));
      benefits[2 * t] = sick[t + 1] / total - healthy[t + 1] / total * odds;
      benefits[2 * t + 1] = sick[0] / total - healthy[0] / total * odds;
    }
    return benefits;
  }
}
