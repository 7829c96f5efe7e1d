package org.radcam.zoo.phantom;

import org.radcam.image.Size;

/**
 * What a CT scanner and its reconstruction kernel make of Hounsfield units: blur within the slice,
 * correlated noise of 8 to 30 HU, and stored values of 12 bits.
 */
final class CtScanner {
  /** Hounsfield units = stored value + this. */
  static final double INTERCEPT = -1024;

  private static final double LARGEST = 4095;

  private final double kernel;
  private final double noiseKernel;
  private final double noise;
  private final Draw draw;

  CtScanner(Draw draw) {
    // Share that a pixel gives to each neighbour: 0.08 is a sharp kernel, 0.22 a soft one.
    kernel = draw.between(0.08, 0.22);
    noiseKernel = draw.between(0.02, 0.20);
    noise = draw.between(8, 30);
    this.draw = draw.split();
  }

  /** Whole numbers from 0 to 4095. */
  float[] scan(CtStack stack) {
    Size size = stack.size;
    double[] seen = blurred(stack.values, size, kernel);
    double[] grain = new double[seen.length];
    for (int n = 0; n < grain.length; n++) {
      grain[n] = draw.noise();
    }
    grain = blurred(grain, size, noiseKernel);
    double centre = 1 - 2 * noiseKernel;
    // What the blur leaves of the noise's standard deviation, for both directions together.
    double left = centre * centre + 2 * noiseKernel * noiseKernel;
    float[] stored = new float[seen.length];
    for (int n = 0; n < stored.length; n++) {
      double value = seen[n] + grain[n] * noise / left - INTERCEPT;
      stored[n] = (float) Math.rint(Math.max(0, Math.min(LARGEST, value)));
    }
    return stored;
  }

  private static double[] blurred(double[] values, Size size, double share) {
    int columns = size.columns();
    double[] across = new double[values.length];
    for (int n = 0; n < values.length; n++) {
      int i = n % columns;
      double left = values[i > 0 ? n - 1 : n];
      double right = values[i < columns - 1 ? n + 1 : n];
      across[n] = (1 - 2 * share) * values[n] + share * (left + right);
    }
    double[] both = new double[values.length];
    for (int n = 0; n < values.length; n++) {
      int j = n / columns % size.rows();
      double above = across[j > 0 ? n - columns : n];
      double below = across[j < size.rows() - 1 ? n + columns : n];
      both[n] = (1 - 2 * share) * across[n] + share * (above + below);
    }
    return both;
  }
}
