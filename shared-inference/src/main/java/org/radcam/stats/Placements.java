package org.radcam.stats;

import java.util.Arrays;

/**
 * Placement values: for each case the share of the cases of the other class that it is told from,
 * ties half; V10 of positive and V01 of negative cases in DeLong, DeLong and Clarke-Pearson
 * (Biometrics 1988;44:837), by midranks (Sun and Xu, IEEE Signal Process Lett 2014;21:1389,
 * algorithm 2).
 *
 * @param area the mean of either
 * @param positives of the positive cases, in their order
 * @param negatives of the negative cases, in their order
 */
record Placements(double area, double[] positives, double[] negatives) {
  static Placements of(BinaryCases cases) {
    double[] all = Ranks.midranks(cases.scores());
    double[] positives = shares(cases, all, true);
    double[] negatives = shares(cases, all, false);
    for (int n = 0; n < negatives.length; n++) {
      negatives[n] = 1 - negatives[n];
    }
    return new Placements(Auc.of(cases.scores(), cases.positive()), positives, negatives);
  }

  /** The share of the other class's scores that lie below each score of a class. */
  private static double[] shares(BinaryCases cases, double[] all, boolean wanted) {
    int[] chosen = indices(cases.positive(), wanted);
    double[] within =
        Ranks.midranks(Arrays.stream(chosen).mapToDouble(n -> cases.scores()[n]).toArray());
    double[] shares = new double[chosen.length];
    for (int n = 0; n < chosen.length; n++) {
      shares[n] = (all[chosen[n]] - within[n]) / (cases.size() - chosen.length);
    }
    return shares;
  }

  /** The positions of the positive cases, or of the others. */
  static int[] indices(boolean[] positive, boolean wanted) {
    int[] indices = new int[positive.length];
    int count = 0;
    for (int n = 0; n < positive.length; n++) {
      if (positive[n] == wanted) {
        indices[count++] = n;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** The variance of the area of one curve, cases independent. */
  double variance() {
    return variance(positives) / positives.length + variance(negatives) / negatives.length;
  }

  /**
   * First minus second placement values of the same cases: their variance is that of the difference
   * of the areas, and exactly 0 where both curves are equal.
   */
  Placements minus(Placements other) {
    return new Placements(
        area - other.area,
        differences(positives, other.positives),
        differences(negatives, other.negatives));
  }

  private static double[] differences(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int n = 0; n < first.length; n++) {
      differences[n] = first[n] - second[n];
    }
    return differences;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
