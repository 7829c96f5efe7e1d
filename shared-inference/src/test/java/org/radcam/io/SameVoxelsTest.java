package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

class SameVoxelsTest {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  /** Cubic voxels and equal lengths among them, where only positions tell the axes apart. */
  @Property
  void aVoxelsNumberInTheOtherGridIsThatOfTheSamePosition(
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @IntRange(min = 1, max = 4) int slices,
      @ForAll @IntRange(min = 0, max = 5) int order,
      @ForAll @IntRange(min = 0, max = 7) int flips,
      @ForAll boolean cubic) {
    Vector3 i = new Vector3(0.8, 0.6, 0);
    Vector3 j = new Vector3(-0.36, 0.48, 0.8);
    Geometry grid =
        new Geometry(
            new Size(columns, rows, slices),
            cubic ? new Vector3(1, 1, 1) : new Vector3(0.7, 0.5, 3),
            new Vector3(-120, 33, -7),
            Direction.ofPlane(i, j),
            LengthUnit.MILLIMETRE);
    Geometry other = turned(grid, ORDERS[order], flips);
    SameVoxels same = SameVoxels.of(grid, other).orElseThrow();
    for (int z = 0; z < slices; z++) {
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int at = same.index(x, y, z);
          Size size = other.size();
          int column = at % size.columns();
          int row = at / size.columns() % size.rows();
          int slice = at / (size.columns() * size.rows());
          Vector3 there = other.toPatient(column, row, slice);
          assertThat(there.minus(grid.toPatient(x, y, z)).length()).isLessThan(1e-9);
        }
      }
    }
    assertThat(SameVoxels.of(grid, other.crop(1, 0, 0, other.size()))).isEmpty();
  }

  private static Geometry turned(Geometry grid, int[] order, int flips) {
    int[] counts = {grid.size().columns(), grid.size().rows(), grid.size().slices()};
    double[] spacing = {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
    Vector3[] axes = {grid.direction().i(), grid.direction().j(), grid.direction().k()};
    int[] corner = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      if ((flips & (1 << axis)) != 0) {
        corner[axis] = counts[axis] - 1;
        axes[axis] = axes[axis].times(-1);
      }
    }
    return new Geometry(
        new Size(counts[order[0]], counts[order[1]], counts[order[2]]),
        new Vector3(spacing[order[0]], spacing[order[1]], spacing[order[2]]),
        grid.toPatient(corner[0], corner[1], corner[2]),
        new Direction(axes[order[0]], axes[order[1]], axes[order[2]]),
        grid.unit());
  }
}
