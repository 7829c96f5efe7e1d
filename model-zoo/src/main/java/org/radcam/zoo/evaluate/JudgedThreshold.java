package org.radcam.zoo.evaluate;

import org.radcam.stats.BinaryCases;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;
import org.radcam.stats.confusion.ClassCounts;
import org.radcam.stats.validation.Threshold;

/**
 * What a threshold that was chosen on validation cases does on others.
 *
 * @param positiveClass the class against the rest, from 0
 * @param rule that chose it
 * @param value the least probability that counts as positive
 * @param counts of the other cases
 * @param sensitivity share of the class that is positive
 * @param specificity share of the rest that is not
 * @param precision share of the positive that are of the class
 * @param negativePredictiveValue share of the others that are of the rest
 */
public record JudgedThreshold(
    int positiveClass,
    StandardRule rule,
    double value,
    ClassCounts counts,
    Interval sensitivity,
    Interval specificity,
    Interval precision,
    Interval negativePredictiveValue) {

  static JudgedThreshold of(
      StandardRule rule, Threshold threshold, Predictions judged, Shares shares) {
    ClassCounts counts = threshold.judge(judged);
    BinaryCases cases = judged.oneVsRest(threshold.positiveClass());
    double[] scores = cases.scores();
    boolean[] of = cases.positive();
    double value = threshold.value();
    return new JudgedThreshold(
        threshold.positiveClass(),
        rule,
        value,
        counts,
        shares.of(n -> scores[n] >= value, n -> of[n]),
        shares.of(n -> scores[n] < value, n -> !of[n]),
        shares.of(n -> of[n], n -> scores[n] >= value),
        shares.of(n -> !of[n], n -> scores[n] < value));
  }
}
