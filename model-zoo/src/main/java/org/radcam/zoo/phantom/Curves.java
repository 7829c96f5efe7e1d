package org.radcam.zoo.phantom;

/** Functions of one number with soft ends, of exactly rounded operations only. */
final class Curves {
  private Curves() {}

  static double clamp(double value) {
    // Math.max and Math.min take several times as long, and pictures come here dozens of times a
    // pixel.
    return value <= 0 ? 0 : value >= 1 ? 1 : value;
  }

  /** 0 below {@code low}, 1 above {@code high}, 3t^2 - 2t^3 between. */
  static double step(double low, double high, double value) {
    double t = clamp((value - low) / (high - low));
    return t * t * (3 - 2 * t);
  }

  /** 1 at 0, 0 from {@code radius} on, smooth at both ends. */
  static double bump(double distance, double radius) {
    double t = clamp(1 - distance * distance / (radius * radius));
    return t * t;
  }

  static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
