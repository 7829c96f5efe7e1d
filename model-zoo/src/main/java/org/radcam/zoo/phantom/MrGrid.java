package org.radcam.zoo.phantom;

import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/** Grids as a technologist plans them: so large, so fine, about a place. */
final class MrGrid {
  private MrGrid() {}

  /**
   * A stack of slices about a place.
   *
   * @param middle patient position of the stack's middle
   * @param width extent along i in millimetres; height along j
   * @param depth least extent along k
   * @param pixel spacing along i and j
   * @param slice spacing along k
   */
  static Geometry about(
      Vector3 middle,
      Direction direction,
      double width,
      double height,
      double depth,
      double pixel,
      double slice) {
    Size size = new Size(count(width, pixel), count(height, pixel), count(depth, slice));
    Vector3 first =
        middle
            .minus(direction.i().times(0.5 * (size.columns() - 1) * pixel))
            .minus(direction.j().times(0.5 * (size.rows() - 1) * pixel))
            .minus(direction.k().times(0.5 * (size.slices() - 1) * slice));
    return new Geometry(
        size, new Vector3(pixel, pixel, slice), first, direction, LengthUnit.MILLIMETRE);
  }

  private static int count(double extent, double spacing) {
    return (int) Math.ceil(extent / spacing);
  }
}
