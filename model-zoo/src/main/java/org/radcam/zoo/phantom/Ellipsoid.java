package org.radcam.zoo.phantom;

/**
 * An ellipsoid, turned about the z axis.
 *
 * @param a half axis that lies along x before the turn, in millimetres; b along y, c along z
 * @param cos cosine of the turn's angle
 */
record Ellipsoid(double x, double y, double z, double a, double b, double c, double cos, double sin)
    implements SpaceField {
  static Ellipsoid ellipsoid(double x, double y, double z, double a, double b, double c) {
    return new Ellipsoid(x, y, z, a, b, c, 1, 0);
  }

  static Ellipsoid ball(double x, double y, double z, double radius) {
    return ellipsoid(x, y, z, radius, radius, radius);
  }

  /** The same about z turned by that many radians; positive turns x towards y. */
  Ellipsoid turned(double angle) {
    return new Ellipsoid(x, y, z, a, b, c, StrictMath.cos(angle), StrictMath.sin(angle));
  }

  /** All half axes longer by so many millimetres. */
  Ellipsoid grown(double by) {
    return new Ellipsoid(x, y, z, a + by, b + by, c + by, cos, sin);
  }

  /** The other side of the body: mirrored at x = 0. */
  Ellipsoid mirrored() {
    return new Ellipsoid(-x, y, z, a, b, c, cos, -sin);
  }

  @Override
  public boolean near(double atX, double atY, double atZ, double distance) {
    double across = Math.max(a, b) + distance;
    return Math.abs(atZ - z) < c + distance
        && Math.abs(atX - x) < across
        && Math.abs(atY - y) < across;
  }

  /**
   * How deep inside a place is, in millimetres; negative outside. Exact at the surface and right to
   * first order near it: f (1 - f) / |grad f| of f = |(u/a, v/b, w/c)|.
   */
  @Override
  public double at(double atX, double atY, double atZ) {
    double u = (cos * (atX - x) + sin * (atY - y)) / a;
    double v = (cos * (atY - y) - sin * (atX - x)) / b;
    double w = (atZ - z) / c;
    double f2 = u * u + v * v + w * w;
    if (f2 > 4) {
      // Far away nobody needs it exactly.
      return (1 - Math.sqrt(f2)) * Math.min(a, Math.min(b, c));
    }
    double slope2 = u * u / (a * a) + v * v / (b * b) + w * w / (c * c);
    if (f2 < 1e-6) {
      return Math.min(a, Math.min(b, c));
    }
    double f = Math.sqrt(f2);
    return f * (1 - f) / Math.sqrt(slope2);
  }
}
