package org.radcam.classify;

import org.radcam.image.Geometry;
import org.radcam.image.Resampler;
import org.radcam.image.Volume;

/**
 * Where in the image the evidence for one class lies.
 *
 * @param classKey the class that is explained
 * @param method key of the CAM method
 * @param raw the map as the method gives it: signed, in logit units, on the grid of the network's
 *     last feature map
 * @param seen the grid of the network's input: what it looked at
 * @param onSource the same values interpolated onto the source image's grid; NaN where the network
 *     did not look
 */
public record HeatMap(String classKey, String method, Volume raw, Geometry seen, Volume onSource) {
  /**
   * Brings a raw map to the source grid. Beyond the outermost features' centres, up to the edge of
   * what the network saw, the nearest feature counts.
   *
   * @param raw values of the feature map, on the grid where its features are centred in patient
   *     space
   * @param seen the grid of the network's input
   */
  public static HeatMap of(
      String classKey, String method, Volume raw, Geometry seen, Geometry source) {
    return new HeatMap(classKey, method, raw, seen, Resampler.linear(raw, source, seen, Float.NaN));
  }

  /**
   * This map with another image as its source, in the same patient space: the same raw values,
   * interpolated onto that image's grid.
   */
  public HeatMap on(Geometry grid) {
    return grid.sameGridAs(onSource.geometry()) ? this : of(classKey, method, raw, seen, grid);
  }

  /** Largest value on the source grid; at most 0 where nothing speaks for the class. */
  public float peak() {
    return onSource.range().high();
  }

  /**
   * What is shown: evidence for the class only, as a share of its own maximum, max(v, 0) / peak.
   * All 0 where nothing speaks for the class; NaN where the network did not look.
   */
  public Volume displayed() {
    float peak = peak();
    float[] raws = onSource.voxels();
    float[] shown = new float[raws.length];
    for (int n = 0; n < raws.length; n++) {
      float positive = raws[n] < 0 ? 0 : raws[n];
      shown[n] = Float.isNaN(raws[n]) ? Float.NaN : peak > 0 ? positive / peak : 0;
    }
    return new Volume(onSource.geometry(), shown);
  }
}
