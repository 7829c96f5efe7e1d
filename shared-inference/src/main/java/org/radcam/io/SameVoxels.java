package org.radcam.io;

import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * How the voxels of one grid are numbered in another grid of the same voxels, whose axes may be in
 * another order or run the other way: programs write the rows of an image from front to back or
 * from back to front, and mean the same.
 */
final class SameVoxels {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}
  };

  private final int[] order;
  private final boolean[] reversed;
  private final int[] corner = new int[3];
  private final int first;
  private final int[] steps = new int[3];

  /**
   * A numbering.
   *
   * @param size of the other grid
   * @param order which of its axes is the first grid's first, second and third
   * @param flips a bit for each axis of the first grid that runs the other way
   */
  private SameVoxels(Size size, int[] order, int flips) {
    int[] counts = {size.columns(), size.rows(), size.slices()};
    int[] strides = {1, size.columns(), size.columns() * size.rows()};
    this.order = order;
    this.reversed = new boolean[] {(flips & 1) != 0, (flips & 2) != 0, (flips & 4) != 0};
    for (int axis = 0; axis < 3; axis++) {
      corner[order[axis]] = reversed[axis] ? counts[order[axis]] - 1 : 0;
      steps[axis] = strides[order[axis]] * (reversed[axis] ? -1 : 1);
    }
    this.first = size.index(corner[0], corner[1], corner[2]);
  }

  /**
   * From {@code grid} to {@code other}; empty where they are not the same voxels, to the tolerance
   * of {@link Geometry#sameGridAs}.
   */
  static Optional<SameVoxels> of(Geometry grid, Geometry other) {
    for (int[] order : ORDERS) {
      for (int flips = 0; flips < 8; flips++) {
        SameVoxels map = new SameVoxels(other.size(), order, flips);
        if (grid.sameGridAs(map.view(other))) {
          return Optional.of(map);
        }
      }
    }
    return Optional.empty();
  }

  /** The other grid, with its axes in the order and direction of the first. */
  private Geometry view(Geometry other) {
    int[] counts = {other.size().columns(), other.size().rows(), other.size().slices()};
    double[] spacing = {other.spacing().x(), other.spacing().y(), other.spacing().z()};
    Vector3[] axes = {other.direction().i(), other.direction().j(), other.direction().k()};
    for (int axis = 0; axis < 3; axis++) {
      axes[order[axis]] = axes[order[axis]].times(reversed[axis] ? -1 : 1);
    }
    return new Geometry(
        new Size(counts[order[0]], counts[order[1]], counts[order[2]]),
        new Vector3(spacing[order[0]], spacing[order[1]], spacing[order[2]]),
        other.toPatient(corner[0], corner[1], corner[2]),
        new Direction(axes[order[0]], axes[order[1]], axes[order[2]]),
        other.unit());
  }

  /** The position in the other grid's array of voxel (i, j, k) of the first. */
  int index(int i, int j, int k) {
    return first + i * steps[0] + j * steps[1] + k * steps[2];
  }
}
