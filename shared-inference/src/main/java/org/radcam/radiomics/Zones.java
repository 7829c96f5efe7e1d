package org.radcam.radiomics;

/**
 * The zones of a region: groups of linked voxels of one grey level, linked to all their neighbours
 * (8 in a slice, 26 in space; IBSI section 3.8). For every voxel of the region in which a zone is
 * found first, the zone's size and its least distance are kept, for all others 0.
 */
final class Zones {
  private final int[] sizes;
  private final int[] distances;

  /**
   * Finds the zones.
   *
   * @param volumetric whether zones go through slices
   * @param distance to the border for every cell of the padded box, or null where it is not asked
   *     for
   */
  Zones(GreyLevels grey, boolean volumetric, int[] distance) {
    int[] voxels = grey.roi().voxels();
    int[] offsets = grey.offsets(volumetric ? Directions.NEIGHBOURS_3D : Directions.NEIGHBOURS_2D);
    int[] unseen = grey.ranks().clone();
    int[] stack = new int[voxels.length];
    this.sizes = new int[voxels.length];
    this.distances = new int[voxels.length];
    for (int n = 0; n < voxels.length; n++) {
      int rank = unseen[voxels[n]];
      if (rank == 0) {
        continue;
      }
      int size = 0;
      int least = Integer.MAX_VALUE;
      int top = 0;
      stack[top++] = voxels[n];
      unseen[voxels[n]] = 0;
      while (top > 0) {
        int at = stack[--top];
        size++;
        if (distance != null) {
          least = Math.min(least, distance[at]);
        }
        for (int offset : offsets) {
          int neighbour = at + offset;
          if (unseen[neighbour] == rank) {
            unseen[neighbour] = 0;
            stack[top++] = neighbour;
          }
        }
      }
      sizes[n] = size;
      distances[n] = least;
    }
  }

  /** The size of the zone that is first met in a voxel of the region, or 0. */
  int[] sizes() {
    return sizes;
  }

  /** The least distance of the zone that is first met in a voxel of the region. */
  int[] distances() {
    return distances;
  }
}
