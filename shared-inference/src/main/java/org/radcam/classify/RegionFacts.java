package org.radcam.classify;

import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * Where a region is, and how large.
 *
 * @param voxels how many it has
 * @param volume in mm³: voxels times the size of one; NaN where the voxels' size is not known
 * @param centre mean of its voxels' centres, in the image's own coordinates (mm; patient
 *     coordinates, LPS, where the image knows its place; pixels where the size is not known)
 */
public record RegionFacts(int voxels, double volume, Vector3 centre) {
  /**
   * Measures a region.
   *
   * @param mask with at least one voxel
   */
  public static RegionFacts of(Mask mask) {
    if (mask.isEmpty()) {
      throw new IllegalArgumentException("An empty region has no centre");
    }
    Geometry grid = mask.geometry();
    Size size = grid.size();
    int area = size.columns() * size.rows();
    long i = 0;
    long j = 0;
    long k = 0;
    for (int at = mask.voxels().nextSetBit(0); at >= 0; at = mask.voxels().nextSetBit(at + 1)) {
      i += at % size.columns();
      j += at % area / size.columns();
      k += at / area;
    }
    int count = mask.count();
    Vector3 spacing = grid.spacing();
    boolean known = grid.unit() == LengthUnit.MILLIMETRE;
    return new RegionFacts(
        count,
        known ? count * spacing.x() * spacing.y() * spacing.z() : Double.NaN,
        grid.toPatient((double) i / count, (double) j / count, (double) k / count));
  }
}
