package org.radcam.zoo.phantom;

import org.radcam.image.Size;

/**
 * Turns attenuation into the grey values that a digital radiograph stores: large is bright is
 * dense. Exposure, contrast, scatter, focal blur and quantum noise differ between pictures.
 */
final class FilmDetector {
  private final double gamma;
  private final double low;
  private final double high;
  private final double grain;
  private final double scatter;
  private final int maximum;
  private final Draw noise;

  /**
   * A detector.
   *
   * @param maximum largest stored value, 255 or 4095
   */
  FilmDetector(Draw draw, int maximum) {
    gamma = draw.between(0.62, 1.0);
    low = draw.between(0.0, 0.06);
    high = draw.between(0.86, 0.99);
    grain = draw.between(0.006, 0.016);
    scatter = draw.between(0.05, 0.15);
    noise = draw.split();
    this.maximum = maximum;
  }

  /** Whole numbers from 0 to the maximum. */
  float[] expose(Canvas canvas) {
    Size size = canvas.size;
    double[] wide = blurred(canvas.values, size, size.columns() / 12);
    double[] grainy = new double[size.voxels()];
    for (int n = 0; n < grainy.length; n++) {
      double attenuation = Curves.mix(canvas.values[n], wide[n], scatter);
      // Fewer quanta come through dense parts: relatively more noise there.
      grainy[n] = attenuation + grain * (0.4 + attenuation) * noise.noise() * 1.6;
    }
    double[] seen = blurred(grainy, size, 1);
    float[] stored = new float[seen.length];
    for (int n = 0; n < seen.length; n++) {
      double share = Curves.clamp(seen[n] / 1.45);
      double value = value(Math.pow(share, gamma));
      if (Math.abs(value - Math.floor(value) - 0.5) < 1e-6) {
        // Here Math.pow's freedom in the last digit could decide how it is rounded.
        value = value(StrictMath.pow(share, gamma));
      }
      stored[n] = (float) Math.rint(value);
    }
    return stored;
  }

  private double value(double curve) {
    return maximum * Curves.clamp(Curves.mix(low, high, curve));
  }

  /** Three passes of a box, nearly a Gaussian; the border's values are repeated outward. */
  private static double[] blurred(double[] values, Size size, int radius) {
    double[] result = values;
    int passes = radius > 1 ? 3 : 1;
    for (int pass = 0; pass < passes; pass++) {
      result = boxed(result, size.rows(), size.columns(), size.columns(), 1, radius);
      result = boxed(result, size.columns(), size.rows(), 1, size.columns(), radius);
    }
    return result;
  }

  private static double[] boxed(
      double[] in, int lines, int length, int lineStep, int step, int radius) {
    double[] out = new double[in.length];
    for (int line = 0; line < lines; line++) {
      int base = line * lineStep;
      double sum = 0;
      for (int n = -radius; n <= radius; n++) {
        sum += in[base + Math.max(0, Math.min(length - 1, n)) * step];
      }
      for (int n = 0; n < length; n++) {
        out[base + n * step] = sum / (2 * radius + 1);
        sum += in[base + Math.min(length - 1, n + radius + 1) * step];
        sum -= in[base + Math.max(0, n - radius) * step];
      }
    }
    return out;
  }
}
