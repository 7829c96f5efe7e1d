package org.radcam.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.BinaryCases;

/**
 * The empirical ROC curve (Fawcett, Pattern Recognit Lett 2006;27:861, algorithm 1): a point for
 * every different score, from (0, 0) to (1, 1). Cases that tie make one slanted step.
 *
 * @param points by falling threshold; the first has an infinite one
 * @param positives how many positive cases there are
 * @param negatives how many negative ones
 */
public record RocCurve(List<RocPoint> points, int positives, int negatives) {
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of all cases.
   *
   * @throws org.radcam.UserException if there are no positive or no negative cases
   */
  public static RocCurve of(BinaryCases cases) {
    cases.require(1, "A ROC curve");
    ThresholdSteps steps = new ThresholdSteps(cases);
    long[] positives = steps.reaching(true, steps.once());
    long[] negatives = steps.reaching(false, steps.once());
    int p = cases.positives();
    int q = cases.negatives();
    List<RocPoint> points = new ArrayList<>();
    points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0, 0, 0));
    for (int s = 0; s < steps.size(); s++) {
      points.add(
          new RocPoint(
              steps.threshold(s),
              positives[s],
              negatives[s],
              (double) positives[s] / p,
              (double) negatives[s] / q));
    }
    return new RocCurve(points, p, q);
  }

  /** The area under the straight lines between the points (trapezoids). */
  public double area() {
    long doubled = 0;
    for (int n = 1; n < points.size(); n++) {
      RocPoint a = points.get(n - 1);
      RocPoint b = points.get(n);
      doubled +=
          (b.falsePositives() - a.falsePositives()) * (a.truePositives() + b.truePositives());
    }
    return doubled / (2.0 * positives * negatives);
  }

  /** The points at which the curve bends, and its ends: all that a drawing needs. */
  public List<RocPoint> corners() {
    List<RocPoint> corners = new ArrayList<>();
    for (RocPoint next : points) {
      int last = corners.size() - 1;
      if (last > 0 && straight(corners.get(last - 1), corners.get(last), next)) {
        corners.remove(last);
      }
      corners.add(next);
    }
    return corners;
  }

  private static boolean straight(RocPoint a, RocPoint b, RocPoint c) {
    return (b.truePositives() - a.truePositives()) * (c.falsePositives() - b.falsePositives())
        == (c.truePositives() - b.truePositives()) * (b.falsePositives() - a.falsePositives());
  }
}
