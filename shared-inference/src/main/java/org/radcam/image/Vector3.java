package org.radcam.image;

/**
 * A point or a direction in patient space, in millimetres (or in pixels on an uncalibrated grid).
 *
 * <p>Axes are LPS, as in DICOM: x to the patient's left, y to the back, z to the head.
 */
public record Vector3(double x, double y, double z) {
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  public Vector3 {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException(
          "A vector needs finite components, got (" + x + ", " + y + ", " + z + ")");
    }
  }

  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  public Vector3 times(double factor) {
    return new Vector3(x * factor, y * factor, z * factor);
  }

  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** This direction with length one; fails for the zero vector. */
  public Vector3 unit() {
    double length = length();
    if (length == 0) {
      throw new IllegalArgumentException("The zero vector has no direction");
    }
    return times(1 / length);
  }
}
