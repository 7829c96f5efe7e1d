package org.radcam.classify;

import org.radcam.image.Mask;
import org.radcam.image.Volume;

/**
 * How much of a heat map lies in the user's region. Only evidence for the class counts: negative
 * values are taken as 0, and voxels that the network did not look at are left out.
 *
 * @param share part of all heat that lies inside, 0 to 1; NaN where there is no heat at all
 * @param areaShare part of the looked-at image that the region covers, 0 to 1: the share that
 *     evenly spread heat would give
 * @param mean mean heat inside, in logit units; NaN where the region holds no looked-at voxel
 */
public record RoiScores(double share, double areaShare, double mean) {
  /** Measures a map on the grid of the mask. */
  public static RoiScores of(HeatMap map, Mask roi) {
    Volume heat = map.onSource();
    if (!heat.geometry().sameGridAs(roi.geometry())) {
      throw new IllegalArgumentException("The region is not on the heat map's grid");
    }
    double inside = 0;
    double total = 0;
    int insideCount = 0;
    int count = 0;
    float[] values = heat.voxels();
    for (int n = 0; n < values.length; n++) {
      if (Float.isNaN(values[n])) {
        continue;
      }
      double positive = Math.max(0, values[n]);
      total += positive;
      count++;
      if (roi.voxels().get(n)) {
        inside += positive;
        insideCount++;
      }
    }
    return new RoiScores(
        total > 0 ? inside / total : Double.NaN,
        count > 0 ? (double) insideCount / count : Double.NaN,
        insideCount > 0 ? inside / insideCount : Double.NaN);
  }
}
