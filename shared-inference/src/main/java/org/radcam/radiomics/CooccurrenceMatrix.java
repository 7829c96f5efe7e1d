package org.radcam.radiomics;

import java.util.Arrays;
import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * A grey level co-occurrence matrix and its 25 features (IBSI section 3.6, LFYI). Counted are the
 * pairs of a voxel and its neighbour in one direction; the features are those of the symmetric
 * matrix, in which every pair counts in both orders.
 */
final class CooccurrenceMatrix {
  static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          joint_max         Joint maximum
          joint_avg         Joint average
          joint_var         Joint variance
          joint_entr        Joint entropy
          diff_avg          Difference average
          diff_var          Difference variance
          diff_entr         Difference entropy
          sum_avg           Sum average
          sum_var           Sum variance
          sum_entr          Sum entropy
          energy            Angular second moment
          contrast          Contrast
          dissimilarity     Dissimilarity
          inv_diff          Inverse difference
          inv_diff_norm     Normalised inverse difference
          inv_diff_mom      Inverse difference moment
          inv_diff_mom_norm Normalised inverse difference moment
          inv_var           Inverse variance
          corr              Correlation
          auto_corr         Autocorrelation
          clust_tend        Cluster tendency
          clust_shade       Cluster shade
          clust_prom        Cluster prominence
          info_corr1        Information correlation 1
          info_corr2        Information correlation 2\
          """);

  private final GreyLevels grey;
  private final int size;
  private final int[] counts;
  private long pairs;

  CooccurrenceMatrix(GreyLevels grey) {
    this.grey = grey;
    this.size = grey.present().length;
    this.counts = new int[size * size];
  }

  /** Counts the neighbours of a range of the region's voxels in a direction. */
  void count(int from, int to, int offset) {
    int[] ranks = grey.ranks();
    int[] voxels = grey.roi().voxels();
    int found = 0;
    for (int n = from; n < to; n++) {
      int neighbour = ranks[voxels[n] + offset];
      if (neighbour > 0) {
        counts[(ranks[voxels[n]] - 1) * size + neighbour - 1]++;
        found++;
      }
    }
    pairs += found;
  }

  void add(CooccurrenceMatrix other) {
    for (int n = 0; n < counts.length; n++) {
      counts[n] += other.counts[n];
    }
    pairs += other.pairs;
  }

  void clear() {
    Arrays.fill(counts, 0);
    pairs = 0;
  }

  /**
   * The features of {@link #NAMES}; all NaN where no voxel has a neighbour. Correlation is NaN
   * where all pairs have one level, since its variances are 0; so is information correlation 1,
   * whose entropy is.
   */
  double[] features() {
    double[] result = new double[NAMES.length];
    if (pairs == 0) {
      Arrays.fill(result, Double.NaN);
      return result;
    }
    int[] levels = grey.present();
    double levelCount = grey.levelCount();
    double[] marginal = new double[size];
    double[] differences = new double[levels[size - 1] - levels[0] + 1];
    double[] sums = new double[2 * (levels[size - 1] - levels[0]) + 1];
    double largest = 0;
    double energy = 0;
    double entropy = 0;
    double autocorrelation = 0;
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        long count = counts[a * size + b] + (long) counts[b * size + a];
        if (count == 0) {
          continue;
        }
        // In the symmetric matrix both orders have the sum of the counts of both; on the diagonal
        // that sum has been taken by adding the count to itself.
        double p = count / (2.0 * pairs);
        double times = a == b ? 1 : 2;
        largest = Math.max(largest, p);
        energy += times * p * p;
        entropy -= times * Entropy.term(p);
        autocorrelation += times * p * levels[a] * levels[b];
        differences[levels[b] - levels[a]] += times * p;
        sums[levels[a] + levels[b] - 2 * levels[0]] += times * p;
        marginal[a] += p;
        if (a != b) {
          marginal[b] += p;
        }
      }
    }
    double mean = 0;
    double marginalEntropy = 0;
    for (int a = 0; a < size; a++) {
      mean += levels[a] * marginal[a];
      marginalEntropy -= Entropy.term(marginal[a]);
    }
    double variance = 0;
    for (int a = 0; a < size; a++) {
      variance += (levels[a] - mean) * (levels[a] - mean) * marginal[a];
    }
    result[0] = largest;
    result[1] = mean;
    result[2] = variance;
    result[3] = entropy;
    differenceFeatures(differences, levelCount, result);
    sumFeatures(sums, 2 * levels[0], mean, result);
    result[10] = energy;
    result[18] = (autocorrelation - mean * mean) / variance;
    if (marginalEntropy == 0) {
      result[18] = Double.NaN;
    }
    result[19] = autocorrelation;
    // The matrix is symmetric, so both HXY1 and HXY2 are twice the entropy of its marginal.
    double independent = 2 * marginalEntropy;
    result[23] = (entropy - independent) / marginalEntropy;
    result[24] = Math.sqrt(Math.max(0, 1 - Math.exp(-2 * (independent - entropy))));
    return result;
  }

  private static void differenceFeatures(double[] p, double levelCount, double[] result) {
    for (int k = 0; k < p.length; k++) {
      double part = k / levelCount;
      result[4] += k * p[k];
      result[6] -= Entropy.term(p[k]);
      result[11] += (double) k * k * p[k];
      result[13] += p[k] / (1 + k);
      result[14] += p[k] / (1 + part);
      result[15] += p[k] / (1 + (double) k * k);
      result[16] += p[k] / (1 + part * part);
      result[17] += k == 0 ? 0 : p[k] / ((double) k * k);
    }
    result[12] = result[4];
    for (int k = 0; k < p.length; k++) {
      result[5] += (k - result[4]) * (k - result[4]) * p[k];
    }
  }

  private static void sumFeatures(double[] p, int first, double mean, double[] result) {
    for (int n = 0; n < p.length; n++) {
      double difference = first + n - 2 * mean;
      double square = difference * difference;
      result[7] += (first + n) * p[n];
      result[9] -= Entropy.term(p[n]);
      result[20] += square * p[n];
      result[21] += square * difference * p[n];
      result[22] += square * square * p[n];
    }
    result[8] = result[20];
  }
}
