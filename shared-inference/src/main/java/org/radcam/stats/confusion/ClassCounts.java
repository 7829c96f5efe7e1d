package org.radcam.stats.confusion;

import org.radcam.stats.Proportion;

/**
 * One class against the rest, counted (Sokolova and Lapalme, Inf Process Manag 2009;45:427, table
 * 2).
 *
 * @param truePositives of the class and called so
 * @param falsePositives not of the class but called so
 * @param falseNegatives of the class but not called so
 * @param trueNegatives neither of the class nor called so
 */
public record ClassCounts(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
  /** Share of the class's cases that were found; also called recall. */
  public Proportion sensitivity() {
    return new Proportion(truePositives, truePositives + falseNegatives);
  }

  /** Share of the other cases that were left alone. */
  public Proportion specificity() {
    return new Proportion(trueNegatives, trueNegatives + falsePositives);
  }

  /** Share of those called so that are; also called positive predictive value. */
  public Proportion precision() {
    return new Proportion(truePositives, truePositives + falsePositives);
  }

  /** Share of those not called so that are not. */
  public Proportion negativePredictiveValue() {
    return new Proportion(trueNegatives, trueNegatives + falseNegatives);
  }

  /** Share of the cases on the right side of "this class or not". */
  public Proportion accuracy() {
    return new Proportion(
        truePositives + trueNegatives,
        truePositives + falsePositives + falseNegatives + trueNegatives);
  }

  /**
   * The harmonic mean of precision and sensitivity, 2 TP / (2 TP + FP + FN) (van Rijsbergen 1979,
   * chapter 7, for equal weights); NaN where no case is of the class or called so.
   */
  public double f1() {
    long pairs = 2 * truePositives + falsePositives + falseNegatives;
    return pairs == 0 ? Double.NaN : 2.0 * truePositives / pairs;
  }
}
