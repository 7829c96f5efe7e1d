package org.radcam.zoo.phantom;

import org.radcam.image.Direction;
import org.radcam.image.Vector3;

/**
 * How a head lies in the scanner: the head's own axes (x to the left, y to the back, z up, as LPS)
 * in patient space.
 *
 * @param axes where the head's axes point
 * @param middle patient position of the head's origin, in millimetres
 */
record Pose(Direction axes, Vector3 middle) {
  /** Axes turned by small angles in radians, first about x (nodding), then y, then z. */
  static Direction turned(double aboutX, double aboutY, double aboutZ) {
    return new Direction(
        turned(new Vector3(1, 0, 0), aboutX, aboutY, aboutZ),
        turned(new Vector3(0, 1, 0), aboutX, aboutY, aboutZ),
        turned(new Vector3(0, 0, 1), aboutX, aboutY, aboutZ));
  }

  private static Vector3 turned(Vector3 axis, double aboutX, double aboutY, double aboutZ) {
    double cx = StrictMath.cos(aboutX);
    double sx = StrictMath.sin(aboutX);
    double cy = StrictMath.cos(aboutY);
    double sy = StrictMath.sin(aboutY);
    double cz = StrictMath.cos(aboutZ);
    double sz = StrictMath.sin(aboutZ);
    Vector3 a = new Vector3(axis.x(), cx * axis.y() - sx * axis.z(), sx * axis.y() + cx * axis.z());
    Vector3 b = new Vector3(cy * a.x() + sy * a.z(), a.y(), cy * a.z() - sy * a.x());
    return new Vector3(cz * b.x() - sz * b.y(), sz * b.x() + cz * b.y(), b.z());
  }

  /** A patient who holds the head nearly straight. */
  static Pose drawn(Draw draw) {
    Direction axes =
        turned(draw.between(-0.10, 0.10), draw.between(-0.06, 0.06), draw.between(-0.08, 0.08));
    return new Pose(
        axes, new Vector3(draw.between(-15, 15), draw.between(-40, 40), draw.between(-60, 60)));
  }

  /** Patient position of a place in the head. */
  Vector3 toPatient(double x, double y, double z) {
    return middle.plus(axes.i().times(x)).plus(axes.j().times(y)).plus(axes.k().times(z));
  }

  /** A field of head coordinates as one of patient coordinates. */
  SpaceField inPatient(SpaceField field) {
    Vector3 i = axes.i();
    Vector3 j = axes.j();
    Vector3 k = axes.k();
    return (x, y, z) -> {
      double dx = x - middle.x();
      double dy = y - middle.y();
      double dz = z - middle.z();
      return field.at(
          i.x() * dx + i.y() * dy + i.z() * dz,
          j.x() * dx + j.y() * dy + j.z() * dz,
          k.x() * dx + k.y() * dy + k.z() * dz);
    };
  }
}
