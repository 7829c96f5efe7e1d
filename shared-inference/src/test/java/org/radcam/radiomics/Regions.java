package org.radcam.radiomics;

import java.util.stream.IntStream;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/** Regions in a box of zeros, made as {@link RoiGrid} without the way there. */
final class Regions {
  private Regions() {}

  /** Whether a voxel belongs to the region. */
  interface Shape {
    boolean contains(int i, int j, int k);
  }

  /** A region in a box with voxels of 1 mm; the box's outermost voxels are left out. */
  static RoiGrid of(int columns, int rows, int slices, Shape shape) {
    return of(columns, rows, slices, shape, 1, 1, 1);
  }

  /** A solid box, one voxel of margin around it. */
  static RoiGrid box(int columns, int rows, int slices, double x, double y, double z) {
    return of(columns + 2, rows + 2, slices + 2, (i, j, k) -> true, x, y, z);
  }

  private static RoiGrid of(
      int columns, int rows, int slices, Shape shape, double x, double y, double z) {
    Geometry geometry = Geometry.millimetres(new Size(columns, rows, slices), x, y, z);
    int[] voxels =
        IntStream.range(0, columns * rows * slices)
            .filter(
                n -> {
                  int i = n % columns;
                  int j = n / columns % rows;
                  int k = n / (columns * rows);
                  boolean edge =
                      i == 0
                          || j == 0
                          || k == 0
                          || i == columns - 1
                          || j == rows - 1
                          || k == slices - 1;
                  return !edge && shape.contains(i, j, k);
                })
            .toArray();
    Volume context = Volume.filled(geometry, 1);
    float[] intensities = new float[voxels.length];
    for (int n = 0; n < voxels.length; n++) {
      // Anything that is not the same everywhere.
      intensities[n] = (voxels[n] * 7919 % 101) / 10f;
      context.voxels()[voxels[n]] = intensities[n];
    }
    return new RoiGrid(
        columns,
        rows,
        slices,
        new double[] {x, y, z},
        voxels,
        voxels,
        intensities,
        context,
        new int[3]);
  }
}
