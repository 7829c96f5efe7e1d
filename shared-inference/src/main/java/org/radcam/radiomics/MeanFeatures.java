package org.radcam.radiomics;

/**
 * The mean of each feature over slices or directions. A slice or direction in which a feature has
 * no value (NaN) does not count for that feature.
 */
final class MeanFeatures {
  private final double[] sums;
  private final int[] counts;

  MeanFeatures(int features) {
    sums = new double[features];
    counts = new int[features];
  }

  void add(double[] values) {
    for (int n = 0; n < sums.length; n++) {
      if (!Double.isNaN(values[n])) {
        sums[n] += values[n];
        counts[n]++;
      }
    }
  }

  double[] means() {
    double[] means = new double[sums.length];
    for (int n = 0; n < sums.length; n++) {
      means[n] = counts[n] == 0 ? Double.NaN : sums[n] / counts[n];
    }
    return means;
  }
}
