package org.radcam.stats.validation;

import org.radcam.UserException;
import org.radcam.stats.roc.RocCurve;
import org.radcam.stats.roc.RocPoint;

/** How a threshold is chosen from the points of a ROC curve. */
public sealed interface ThresholdRule {
  /** The point to work at. The curve's first point, at which nothing is positive, is none. */
  RocPoint choose(RocCurve curve);

  /** What the rule is, for a report. */
  String describe();

  /**
   * The largest Youden index, sensitivity + specificity - 1 (Youden, Cancer 1950;3:32); of equal
   * ones the point of higher sensitivity.
   */
  record Youden() implements ThresholdRule {
    @Override
    public RocPoint choose(RocCurve curve) {
      RocPoint best = curve.points().get(1);
      for (RocPoint point : curve.points().subList(1, curve.points().size())) {
        if (wins(point, curve) >= wins(best, curve)) {
          best = point;
        }
      }
      return best;
    }

    /** The index times both counts: whole numbers, so that equal is equal. */
    private static long wins(RocPoint point, RocCurve curve) {
      return point.truePositives() * curve.negatives() - point.falsePositives() * curve.positives();
    }

    @Override
    public String describe() {
      return "largest Youden index";
    }
  }

  /**
   * The highest threshold whose sensitivity is at least so large, which leaves as much specificity
   * as that allows.
   *
   * @param sensitivity above 0, at most 1
   */
  record SensitivityAtLeast(double sensitivity) implements ThresholdRule {
    public SensitivityAtLeast {
      if (!(sensitivity > 0 && sensitivity <= 1)) {
        throw new UserException(
            "A sensitivity to be kept lies above 0 and is at most 1, not " + sensitivity);
      }
    }

    @Override
    public RocPoint choose(RocCurve curve) {
      return curve.points().stream()
          .skip(1)
          .filter(point -> point.sensitivity() >= sensitivity)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String describe() {
      return "sensitivity at least " + sensitivity;
    }
  }

  /**
   * The lowest threshold whose specificity is at least so large, which leaves as much sensitivity
   * as that allows.
   *
   * @param specificity from 0, below 1
   */
  record SpecificityAtLeast(double specificity) implements ThresholdRule {
    public SpecificityAtLeast {
      if (!(specificity >= 0 && specificity < 1)) {
        throw new UserException(
            "A specificity to be kept is at least 0 and lies below 1, not " + specificity);
      }
    }

    /**
     * Chooses the point.
     *
     * @throws UserException if even the highest score is one of too many negative cases
     */
    @Override
    public RocPoint choose(RocCurve curve) {
      RocPoint best = null;
      for (RocPoint point : curve.points().subList(1, curve.points().size())) {
        // Not 1 minus a rounded rate: 93 of 100 are 0.93.
        if ((curve.negatives() - point.falsePositives()) / (double) curve.negatives()
            >= specificity) {
          best = point;
        }
      }
      if (best == null) {
        throw new UserException(
            "No threshold keeps a specificity of "
                + specificity
                + ": the highest scores belong to negative cases");
      }
      return best;
    }

    @Override
    public String describe() {
      return "specificity at least " + specificity;
    }
  }
}
