package org.radcam.stats.roc;

/**
 * One point of a ROC curve: what happens where cases count as positive from a score on.
 *
 * @param threshold the least score that counts as positive; infinite at the curve's beginning,
 *     where none does
 * @param truePositives positive cases that reach it
 * @param falsePositives negative cases that reach it
 * @param sensitivity share of the positive cases that reach it
 * @param falsePositiveRate share of the negative cases that reach it
 */
public record RocPoint(
    double threshold,
    long truePositives,
    long falsePositives,
    double sensitivity,
    double falsePositiveRate) {
  /** The share of the negative cases that do not reach the threshold. */
  public double specificity() {
    return 1 - falsePositiveRate;
  }

  /** Youden's J = sensitivity + specificity - 1 (Cancer 1950;3:32). */
  public double youden() {
    return sensitivity - falsePositiveRate;
  }
}
