package org.radcam.zoo.phantom;

import org.radcam.image.Vector3;

/** A lobed lump: an ellipsoid whose surface a texture moves in and out. */
final class Blob implements SpaceField {
  private static final double LOBES = 0.3;

  private final Ellipsoid core;
  private final double radius;
  private final SpaceNoise lobes;

  /**
   * A lump of about that radius.
   *
   * @param middle in head coordinates
   */
  Blob(Vector3 middle, double radius, Draw draw) {
    this.radius = radius;
    core =
        Ellipsoid.ellipsoid(
                middle.x(),
                middle.y(),
                middle.z(),
                radius * draw.between(0.85, 1.15),
                radius * draw.between(0.85, 1.15),
                radius * draw.between(0.85, 1.15))
            .turned(draw.between(0, 1.5));
    lobes = new SpaceNoise(draw, radius * 0.8, 2);
  }

  double radius() {
    return radius;
  }

  Vector3 middle() {
    return new Vector3(core.x(), core.y(), core.z());
  }

  @Override
  public boolean near(double x, double y, double z, double distance) {
    return core.near(x, y, z, distance + LOBES * radius);
  }

  /** How deep inside a place is, in millimetres; negative outside. */
  @Override
  public double at(double x, double y, double z) {
    double depth = core.at(x, y, z);
    // The lobes fade outward, so that places far away need no texture.
    double lobe = LOBES * radius * Curves.clamp(1 + depth / (3 * LOBES * radius));
    return lobe == 0 ? depth : depth + lobe * lobes.at(x, y, z);
  }
}
