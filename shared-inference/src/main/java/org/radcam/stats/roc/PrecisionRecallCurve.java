package org.radcam.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.BinaryCases;

/**
 * Precision against recall at every different score (Davis and Goadrich, ICML 2006). Between its
 * points the curve is no straight line, so it is drawn as steps and summarised by {@link
 * AveragePrecision}, not by trapezoids.
 *
 * @param points by falling threshold; the first has an infinite one, precision 1 and recall 0
 * @param prevalence share of positive cases: the precision of scores that know nothing
 */
public record PrecisionRecallCurve(List<PrecisionRecallPoint> points, double prevalence) {
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of all cases.
   *
   * @throws org.radcam.UserException if there are no positive or no negative cases
   */
  public static PrecisionRecallCurve of(BinaryCases cases) {
    cases.require(1, "A precision-recall curve");
    ThresholdSteps steps = new ThresholdSteps(cases);
    long[] hits = steps.reaching(true, steps.once());
    long[] alarms = steps.reaching(false, steps.once());
    List<PrecisionRecallPoint> points = new ArrayList<>();
    points.add(new PrecisionRecallPoint(Double.POSITIVE_INFINITY, 1, 0));
    for (int s = 0; s < steps.size(); s++) {
      points.add(
          new PrecisionRecallPoint(
              steps.threshold(s),
              (double) hits[s] / (hits[s] + alarms[s]),
              (double) hits[s] / cases.positives()));
    }
    return new PrecisionRecallCurve(points, (double) cases.positives() / cases.size());
  }
}
