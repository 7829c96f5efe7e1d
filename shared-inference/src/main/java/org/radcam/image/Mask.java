package org.radcam.image;

import java.util.BitSet;

/**
 * A region of interest: the set of a grid's voxels that belong to it.
 *
 * @param geometry the grid
 * @param voxels a set bit for every voxel inside, at {@link Size#index}
 */
public record Mask(Geometry geometry, BitSet voxels) {
  public Mask {
    if (voxels.length() > geometry.size().voxels()) {
      throw new IllegalArgumentException(
          "The mask marks voxel "
              + (voxels.length() - 1)
              + ", beyond its grid of "
              + geometry.size());
    }
  }

  public boolean contains(int i, int j, int k) {
    return voxels.get(geometry.size().index(i, j, k));
  }

  public int count() {
    return voxels.cardinality();
  }

  public boolean isEmpty() {
    return voxels.isEmpty();
  }

  /** The smallest box of whole voxels around the mask; fails for an empty mask. */
  public Box bounds() {
    if (isEmpty()) {
      throw new IllegalArgumentException("An empty region of interest has no bounds");
    }
    Size size = geometry.size();
    int[] low = {size.columns(), size.rows(), size.slices()};
    int[] high = {-1, -1, -1};
    for (int index = voxels.nextSetBit(0); index >= 0; index = voxels.nextSetBit(index + 1)) {
      int[] at = {
        index % size.columns(),
        index / size.columns() % size.rows(),
        index / (size.columns() * size.rows())
      };
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    return new Box(
        low[0],
        low[1],
        low[2],
        new Size(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1));
  }

  /**
   * A box of voxels.
   *
   * @param i first column
   * @param j first row
   * @param k first slice
   * @param size number of voxels
   */
  public record Box(int i, int j, int k, Size size) {}
}
