package org.radcam.radiomics;

import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * Neighbourhood grey tone difference features in all aggregations, at distance 1 (IBSI section
 * 3.10, IPET; Amadasun and King, IEEE Trans Syst Man Cybern 1989;19:1264). Voxels without a
 * neighbour in the region do not count.
 */
final class ToneDifferenceFeatures extends SliceTexture {
  private static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          coarseness Coarseness
          contrast   Contrast of the neighbourhoods
          busyness   Busyness
          complexity Complexity
          strength   Strength\
          """);

  /** The IBSI's value for a region without differences. */
  private static final double MAX_COARSENESS = 1e6;

  /** Per voxel of the region: the difference from its neighbours' mean, or NaN without any. */
  private final double[] differences;

  ToneDifferenceFeatures(GreyLevels grey) {
    super(grey, "ngt_", NAMES);
    this.differences = new double[grey.levels().length];
  }

  @Override
  void scan(boolean volumetric) {
    int[] offsets = grey.offsets(volumetric ? Directions.NEIGHBOURS_3D : Directions.NEIGHBOURS_2D);
    int[] ranks = grey.ranks();
    int[] present = grey.present();
    int[] voxels = grey.roi().voxels();
    for (int n = 0; n < voxels.length; n++) {
      long sum = 0;
      int count = 0;
      for (int offset : offsets) {
        int rank = ranks[voxels[n] + offset];
        if (rank > 0) {
          sum += present[rank - 1];
          count++;
        }
      }
      differences[n] = count == 0 ? Double.NaN : Math.abs(grey.levels()[n] - (double) sum / count);
    }
  }

  @Override
  double[] features(int from, int to) {
    int[] levels = grey.present();
    double[] p = new double[levels.length];
    double[] s = new double[levels.length];
    int count = 0;
    for (int n = from; n < to; n++) {
      if (!Double.isNaN(differences[n])) {
        int rank = grey.ranks()[grey.roi().voxels()[n]];
        p[rank - 1]++;
        s[rank - 1] += differences[n];
        count++;
      }
    }
    int used = 0;
    double weighted = 0;
    double total = 0;
    for (int n = 0; n < p.length; n++) {
      used += p[n] > 0 ? 1 : 0;
      p[n] /= count;
      weighted += p[n] * s[n];
      total += s[n];
    }
    double dynamics = 0;
    double busyness = 0;
    double complexity = 0;
    double strength = 0;
    for (int a = 0; a < p.length; a++) {
      for (int b = 0; b < p.length && p[a] > 0; b++) {
        if (p[b] > 0) {
          double difference = levels[a] - levels[b];
          dynamics += p[a] * p[b] * difference * difference;
          busyness += Math.abs(levels[a] * p[a] - levels[b] * p[b]);
          complexity += Math.abs(difference) * (p[a] * s[a] + p[b] * s[b]) / (p[a] + p[b]);
          strength += (p[a] + p[b]) * difference * difference;
        }
      }
    }
    if (count == 0) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }
    return new double[] {
      weighted == 0 ? MAX_COARSENESS : Math.min(MAX_COARSENESS, 1 / weighted),
      used < 2 ? 0 : dynamics / (used * (used - 1.0)) * total / count,
      used < 2 ? 0 : weighted / busyness,
      complexity / count,
      total == 0 ? 0 : strength / total
    };
  }
}
