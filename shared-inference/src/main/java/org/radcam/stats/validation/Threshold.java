package org.radcam.stats.validation;

import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;
import org.radcam.stats.confusion.ClassCounts;
import org.radcam.stats.roc.RocCurve;
import org.radcam.stats.roc.RocPoint;

/**
 * The least probability of one class that counts as positive, chosen on validation cases.
 *
 * @param positiveClass the class against the rest, from 0
 * @param rule that chose it
 * @param point of the validation cases' ROC curve that was chosen: optimistic, not to be reported
 *     as the model's performance
 * @param chosenOn the validation cases
 */
public record Threshold(
    int positiveClass, ThresholdRule rule, RocPoint point, ValidationCases chosenOn) {
  /**
   * Chooses a threshold.
   *
   * @throws org.radcam.UserException if the class or the rest has no validation case
   */
  public static Threshold choose(
      ValidationCases validation, int positiveClass, ThresholdRule rule) {
    RocCurve curve = RocCurve.of(validation.predictions().oneVsRest(positiveClass));
    return new Threshold(positiveClass, rule, rule.choose(curve), validation);
  }

  /** The least probability that counts as positive. */
  public double value() {
    return point.threshold();
  }

  /**
   * What the threshold does on other cases.
   *
   * @throws org.radcam.UserException if one of their patients is among the validation cases
   */
  public ClassCounts judge(Predictions others) {
    chosenOn.refuseToJudge(others, "The threshold");
    BinaryCases cases = others.oneVsRest(positiveClass);
    long[][] counts = new long[2][2];
    for (int n = 0; n < cases.size(); n++) {
      counts[cases.positive()[n] ? 1 : 0][cases.scores()[n] >= value() ? 1 : 0]++;
    }
    return new ClassCounts(counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
  }
}
