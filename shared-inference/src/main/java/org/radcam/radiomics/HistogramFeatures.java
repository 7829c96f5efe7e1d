package org.radcam.radiomics;

import org.radcam.radiomics.FeatureList.FeatureName;

/** Statistics of the grey levels, in 3D (IBSI section 3.4, ZVCW). */
final class HistogramFeatures {
  private HistogramFeatures() {}

  static void measure(GreyLevels grey, FeatureList out) {
    int[] levels = grey.levels();
    float[] values = new float[levels.length];
    int[] counts = new int[grey.levelCount() + 1];
    for (int n = 0; n < levels.length; n++) {
      values[n] = levels[n];
      counts[levels[n]]++;
    }
    Distribution distribution = new Distribution(values);
    double[] features = distribution.features();
    for (int n = 0; n < features.length; n++) {
      FeatureName name = Distribution.NAMES[n];
      add(out, name.key(), name.words(), features[n]);
      if (name.key().equals("max")) {
        add(out, "mode", "Mode", mode(counts, distribution.mean()));
      }
    }
    double entropy = 0;
    double uniformity = 0;
    for (int count : counts) {
      double p = (double) count / levels.length;
      uniformity += p * p;
      entropy -= Entropy.term(p);
    }
    add(out, "entropy", "Entropy", entropy);
    add(out, "uniformity", "Uniformity", uniformity);
    gradients(counts, out);
  }

  private static void add(FeatureList out, String key, String words, double value) {
    out.add("ih_" + key, words + " of the grey levels", value);
  }

  /**
   * The most frequent level; of several the one next to the mean, and of two of these the lower.
   */
  private static int mode(int[] counts, double mean) {
    int best = 1;
    for (int level = 2; level < counts.length; level++) {
      boolean nearer = Math.abs(level - mean) < Math.abs(best - mean);
      if (counts[level] > counts[best] || (counts[level] == counts[best] && nearer)) {
        best = level;
      }
    }
    return best;
  }

  /**
   * Largest and smallest gradient of the histogram (12CE, VQB3) and their levels: central
   * differences, one-sided at the ends. A histogram of one bin has no gradient.
   */
  private static void gradients(int[] counts, FeatureList out) {
    int last = counts.length - 1;
    double most = Double.NaN;
    double least = Double.NaN;
    double mostAt = Double.NaN;
    double leastAt = Double.NaN;
    for (int level = 1; level <= last && last > 1; level++) {
      int before = Math.max(1, level - 1);
      int after = Math.min(last, level + 1);
      double gradient = (double) (counts[after] - counts[before]) / (after - before);
      if (level == 1 || gradient > most) {
        most = gradient;
        mostAt = level;
      }
      if (level == 1 || gradient < least) {
        least = gradient;
        leastAt = level;
      }
    }
    out.add("ih_max_grad", "Maximum histogram gradient", most);
    out.add("ih_max_grad_g", "Grey level of the maximum histogram gradient", mostAt);
    out.add("ih_min_grad", "Minimum histogram gradient", least);
    out.add("ih_min_grad_g", "Grey level of the minimum histogram gradient", leastAt);
  }
}
