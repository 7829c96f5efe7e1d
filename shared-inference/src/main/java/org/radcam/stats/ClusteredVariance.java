package org.radcam.stats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcam.UserException;

/**
 * The variance of an area under a ROC curve, or of the difference of two, where patients have
 * several cases (Obuchowski, Biometrics 1997;53:567): placement values are summed within each
 * patient, and what a patient's positive and negative cases have in common is counted. Where every
 * case is a patient it is DeLong's.
 */
final class ClusteredVariance {
  private final int[] clusterOfPositives;
  private final int[] clusterOfNegatives;
  private final int clusters;

  /**
   * Sorts the patients.
   *
   * @param patients whom each case belongs to
   * @throws UserException if fewer than two patients have positive, or negative, cases
   */
  ClusteredVariance(boolean[] positive, List<String> patients, String what) {
    if (patients.size() != positive.length) {
      throw new IllegalArgumentException(
          "There are " + positive.length + " cases and " + patients.size() + " patients");
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] clusterOf = new int[positive.length];
    for (int n = 0; n < clusterOf.length; n++) {
      Integer known = numbers.putIfAbsent(patients.get(n), numbers.size());
      clusterOf[n] = known == null ? numbers.size() - 1 : known;
    }
    clusters = numbers.size();
    clusterOfPositives = select(clusterOf, positive, true);
    clusterOfNegatives = select(clusterOf, positive, false);
    int withPositives = distinct(clusterOfPositives);
    int withNegatives = distinct(clusterOfNegatives);
    if (withPositives < 2 || withNegatives < 2) {
      throw new UserException(
          what
              + " needs at least 2 patients with positive and 2 with negative cases; there are "
              + withPositives
              + " and "
              + withNegatives);
    }
  }

  /**
   * The variance.
   *
   * @param positives placement values of the positive cases, or their differences
   * @param negatives the same of the negative cases
   */
  double of(double[] positives, double[] negatives) {
    double[] ofPositives = sums(positives, clusterOfPositives);
    double[] ofNegatives = sums(negatives, clusterOfNegatives);
    double both = 0;
    double within10 = 0;
    double within01 = 0;
    for (int c = 0; c < clusters; c++) {
      within10 += ofPositives[c] * ofPositives[c];
      within01 += ofNegatives[c] * ofNegatives[c];
      both += ofPositives[c] * ofNegatives[c];
    }
    double m = positives.length;
    double n = negatives.length;
    double variance =
        small(distinct(clusterOfPositives)) * within10 / (m * m)
            + small(distinct(clusterOfNegatives)) * within01 / (n * n)
            + 2 * small(clusters) * both / (m * n);
    return Math.max(0, variance);
  }

  /** The correction for few patients. */
  private static double small(int patients) {
    return patients / (patients - 1.0);
  }

  /** For each patient the sum of what the values have above their mean. */
  private double[] sums(double[] values, int[] clusterOf) {
    double mean = Placements.mean(values);
    double[] sums = new double[clusters];
    for (int n = 0; n < values.length; n++) {
      sums[clusterOf[n]] += values[n] - mean;
    }
    return sums;
  }

  private static int[] select(int[] clusterOf, boolean[] positive, boolean wanted) {
    int[] chosen = Placements.indices(positive, wanted);
    for (int n = 0; n < chosen.length; n++) {
      chosen[n] = clusterOf[chosen[n]];
    }
    return chosen;
  }

  private static int distinct(int[] clusterOf) {
    Set<Integer> different = new HashSet<>();
    for (int cluster : clusterOf) {
      different.add(cluster);
    }
    return different.size();
  }
}
