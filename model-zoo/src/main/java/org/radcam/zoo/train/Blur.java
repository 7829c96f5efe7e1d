package org.radcam.zoo.train;

import org.radcam.image.Size;

/** A separable Gaussian along every axis of a grid; edge values are repeated. */
final class Blur {
  /** Beyond three standard deviations a Gaussian weighs less than 0.3 %. */
  private static final double REACH = 3;

  /** Less than this, in voxels, changes next to nothing. */
  private static final double LEAST = 0.1;

  private Blur() {}

  /**
   * Blurs in place.
   *
   * @param sigma in voxels
   */
  static void apply(float[] image, Size size, double sigma) {
    if (sigma < LEAST) {
      return;
    }
    double[] weights = weights(sigma);
    int columns = size.columns();
    int rows = size.rows();
    int area = columns * rows;
    float[] line = new float[Math.max(Math.max(columns, rows), size.slices())];
    for (int row = 0; row < rows * size.slices(); row++) {
      line(image, row * columns, 1, columns, weights, line);
    }
    for (int k = 0; k < size.slices(); k++) {
      for (int i = 0; i < columns; i++) {
        line(image, k * area + i, columns, rows, weights, line);
      }
    }
    if (size.slices() > 1) {
      for (int at = 0; at < area; at++) {
        line(image, at, area, size.slices(), weights, line);
      }
    }
  }

  private static double[] weights(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] weights = new double[reach + 1];
    double sum = 0;
    for (int n = 0; n <= reach; n++) {
      weights[n] = StrictMath.exp(-n * n / (2 * sigma * sigma));
      sum += n == 0 ? weights[n] : 2 * weights[n];
    }
    for (int n = 0; n <= reach; n++) {
      weights[n] /= sum;
    }
    return weights;
  }

  private static void line(
      float[] image, int first, int step, int length, double[] weights, float[] line) {
    for (int n = 0; n < length; n++) {
      line[n] = image[first + n * step];
    }
    for (int n = 0; n < length; n++) {
      double value = weights[0] * line[n];
      for (int m = 1; m < weights.length; m++) {
        value += weights[m] * (line[Math.max(0, n - m)] + line[Math.min(length - 1, n + m)]);
      }
      image[first + n * step] = (float) value;
    }
  }
}
