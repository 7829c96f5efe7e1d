package org.radcam.stats;

import java.util.Arrays;

/**
 * Placement values: for each case the share of the cases of the other class that it is told from,
 * ties half; V10 of positive and V01 of negative cases in DeLong, DeLong and Clarke-Pearson
 * (Biometrics 1988;44:837, equations 4 and 5), by midranks (Sun and Xu, IEEE Signal Process Lett
 * 2014;21:1389, theorem 1 and algorithm 2).
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

  private static int[] indices(boolean[] positive, boolean wanted) {
    int[] indices = new int[positive.length];
    int count = 0;
    for (int n = 0; n < positive.length; n++) {
      if (positive[n] == wanted) {
        indices[count++] = n;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** The variance of the area (equation 6 for one curve). */
  double variance() {
    return variance(positives) / positives.length + variance(negatives) / negatives.length;
  }

  /**
   * The variance of the difference of two areas of the same cases (equation 6 with the contrast 1,
   * -1), from the differences themselves so that equal curves give exactly 0.
   */
  double varianceOfDifference(Placements other) {
    return variance(differences(positives, other.positives)) / positives.length
        + variance(differences(negatives, other.negatives)) / negatives.length;
  }

  private static double[] differences(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int n = 0; n < first.length; n++) {
      differences[n] = first[n] - second[n];
    }
    return differences;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
