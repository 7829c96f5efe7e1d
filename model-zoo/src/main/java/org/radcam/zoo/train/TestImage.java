package org.radcam.zoo.train;

import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * The picture that a trained package's test case is made from: drawn, not taken from any patient. A
 * bright trunk, two dark lungs with ribs across them, and a bright heart.
 */
final class TestImage {
  private static final int SIDE = 256;

  private TestImage() {}

  static SourceImage draw() {
    float[] values = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = (x + 0.5) / SIDE * 2 - 1;
        double v = (y + 0.5) / SIDE * 2 - 1;
        double value = 20 + 170 * inside(u, v, 0, 0.2, 0.9, 1.1);
        double lungs = inside(u, v, -0.4, -0.05, 0.3, 0.62) + inside(u, v, 0.4, -0.05, 0.3, 0.62);
        value -= lungs * (110 + 18 * StrictMath.sin(26 * v + 5 * u * u));
        value += 60 * inside(u, v, 0.12, 0.25, 0.28, 0.3);
        values[y * SIDE + x] = (float) Math.rint(Math.max(0, Math.min(255, value)));
      }
    }
    return new SourceImage(
        "test image",
        new Volume(Geometry.uncalibrated(Size.of(SIDE, SIDE)), values),
        ImageTraits.UNKNOWN);
  }

  /** Near 1 inside an ellipse and 0 outside, with a soft edge. */
  private static double inside(double u, double v, double cu, double cv, double ru, double rv) {
    double du = (u - cu) / ru;
    double dv = (v - cv) / rv;
    return 1 / (1 + StrictMath.exp(12 * (du * du + dv * dv - 1)));
  }
}
