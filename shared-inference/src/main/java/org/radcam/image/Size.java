package org.radcam.image;

/**
 * Number of voxels along each axis of a grid; a 2D image has one slice.
 *
 * @param columns voxels along a row (i, the fastest axis in memory)
 * @param rows voxels down a column (j)
 * @param slices voxels through the slices (k, the slowest axis)
 */
public record Size(int columns, int rows, int slices) {
  public Size {
    if (columns < 1 || rows < 1 || slices < 1) {
      throw new IllegalArgumentException(
          "A grid needs at least one voxel along every axis, got "
              + columns
              + " x "
              + rows
              + " x "
              + slices);
    }
    if ((long) columns * rows > Integer.MAX_VALUE - 8
        || (long) columns * rows * slices > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "A grid of " + columns + " x " + rows + " x " + slices + " voxels is too large");
    }
  }

  public static Size of(int columns, int rows) {
    return new Size(columns, rows, 1);
  }

  public int voxels() {
    return columns * rows * slices;
  }

  /** Position of voxel (i, j, k) in an array that holds the grid. */
  public int index(int i, int j, int k) {
    return (k * rows + j) * columns + i;
  }

  @Override
  public String toString() {
    return slices == 1 ? columns + " x " + rows : columns + " x " + rows + " x " + slices;
  }
}
