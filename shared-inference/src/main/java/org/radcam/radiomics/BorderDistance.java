package org.radcam.radiomics;

/**
 * How many steps to a neighbour (of 4 in a slice, of 6 in space) lead out of the morphological
 * mask: 1 for voxels at its border, 0 outside (IBSI section 3.9, VMDZ).
 *
 * <p>This is the Manhattan distance, which one sweep forward and one backward give exactly
 * (Rosenfeld and Pfaltz, J ACM 1966;13:471).
 */
final class BorderDistance {
  private BorderDistance() {}

  /** The distance of every cell of the padded box. */
  static int[] of(RoiGrid roi, boolean volumetric) {
    int[] distance = new int[roi.cells()];
    int[] shape = roi.shape();
    int row = roi.columns();
    int slice = roi.columns() * roi.rows();
    for (int at : shape) {
      int least = Math.min(distance[at - 1], distance[at - row]);
      distance[at] = 1 + (volumetric ? Math.min(least, distance[at - slice]) : least);
    }
    for (int n = shape.length - 1; n >= 0; n--) {
      int at = shape[n];
      int least = Math.min(distance[at + 1], distance[at + row]);
      least = volumetric ? Math.min(least, distance[at + slice]) : least;
      distance[at] = Math.min(distance[at], 1 + least);
    }
    return distance;
  }
}
