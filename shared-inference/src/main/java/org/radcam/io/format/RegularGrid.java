package org.radcam.io.format;

import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * The grid that a file describes by one step in patient space along each axis.
 *
 * <p>Files round their numbers, so steps are seldom quite at right angles. They are made so as long
 * as that moves no voxel by more than {@link #MOST_MOVED} voxels; what is more is a shear, which is
 * no regular grid.
 */
public final class RegularGrid {
  /** Far more than rounding does, and far less than shows in an image. */
  public static final double MOST_MOVED = 0.1;

  private RegularGrid() {}

  /**
   * A grid in millimetres.
   *
   * @param origin centre of the first voxel, in LPS coordinates
   * @param i from one column to the next
   * @param j from one row to the next
   * @param k from one slice to the next
   * @return empty where the axes are not at right angles
   * @throws IllegalArgumentException where a step has no length, or one beyond all numbers
   */
  public static Optional<Geometry> of(Size size, Vector3 origin, Vector3 i, Vector3 j, Vector3 k) {
    Vector3 spacing = new Vector3(i.length(), j.length(), k.length());
    if (spacing.x() == 0 || spacing.y() == 0 || spacing.z() == 0) {
      throw new IllegalArgumentException("The zero vector has no direction");
    }
    Direction direction;
    try {
      direction = new Direction(i, j, k);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    double moved =
        moved(i, direction.i(), size.columns())
            + moved(j, direction.j(), size.rows())
            + moved(k, direction.k(), size.slices());
    double least = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
    return moved > MOST_MOVED * least
        ? Optional.empty()
        : Optional.of(new Geometry(size, spacing, origin, direction, LengthUnit.MILLIMETRE));
  }

  /** How far the last voxel along an axis is moved by taking another direction for the axis. */
  private static double moved(Vector3 step, Vector3 direction, int count) {
    return step.minus(direction.times(step.length())).length() * (count - 1);
  }
}
