package org.radcam.radiomics;

import org.radcam.radiomics.FeatureList.FeatureName;

/** Intensity-based statistics of the intensity mask, in 3D (IBSI section 3.3, UHIW). */
final class StatisticsFeatures {
  private StatisticsFeatures() {}

  static void measure(RoiGrid roi, FeatureList out) {
    double[] values = new Distribution(roi.intensities()).features();
    for (int n = 0; n < values.length; n++) {
      FeatureName name = Distribution.NAMES[n];
      out.add("stat_" + name.key(), name.words() + " of the intensities", values[n]);
    }
    double energy = 0;
    for (float intensity : roi.intensities()) {
      energy += (double) intensity * intensity;
    }
    out.add("stat_energy", "Energy of the intensities", energy);
    out.add(
        "stat_rms",
        "Root mean square of the intensities",
        Math.sqrt(energy / roi.intensities().length));
  }
}
