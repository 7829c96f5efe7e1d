package org.radcam.zoo.train;

import java.util.random.RandomGenerator;

/**
 * Varies prepared images of one slice. Geometry is one affine map with linear interpolation about
 * the image's centre, what comes in from outside being the image's smallest value; then intensity,
 * on the values scaled to 0..1 by the image's own range; then blur and noise.
 */
final class Augmenter {
  /** Beyond three standard deviations a Gaussian weighs less than 0.3 %. */
  private static final double REACH = 3;

  private final Augmentation amounts;
  private final int columns;
  private final int rows;

  Augmenter(Augmentation amounts, int columns, int rows) {
    this.amounts = amounts;
    this.columns = columns;
    this.rows = rows;
  }

  /** A varied copy. The same generator state gives the same copy. */
  float[] vary(float[] image, RandomGenerator random) {
    if (amounts.equals(Augmentation.NONE)) {
      return image.clone();
    }
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : image) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float[] varied = move(image, low, random);
    if (high > low) {
      varyIntensity(varied, low, high - low, random);
    }
    blur(varied, amounts.blur() * random.nextDouble());
    if (amounts.noise() > 0) {
      for (int n = 0; n < varied.length; n++) {
        varied[n] += (float) (amounts.noise() * (high - low) * random.nextGaussian());
      }
    }
    return varied;
  }

  private float[] move(float[] image, float outside, RandomGenerator random) {
    double angle = Math.toRadians(spread(random, amounts.rotation()));
    double zoom = 1 + spread(random, amounts.scale());
    double shiftX = spread(random, amounts.shift()) * columns;
    double shiftY = spread(random, amounts.shift()) * rows;
    double mirror = random.nextDouble() < amounts.flip() ? -1 : 1;
    double cos = Math.cos(angle) * zoom;
    double sin = Math.sin(angle) * zoom;
    double centreX = (columns - 1) / 2.0;
    double centreY = (rows - 1) / 2.0;
    float[] moved = new float[image.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        double dx = mirror * (x - centreX);
        double dy = y - centreY;
        moved[y * columns + x] =
            at(
                image,
                centreX + cos * dx - sin * dy + shiftX,
                centreY + sin * dx + cos * dy + shiftY,
                outside);
      }
    }
    return moved;
  }

  /** Linear interpolation; pixels beyond the edge have the value {@code outside}. */
  private float at(float[] image, double x, double y, float outside) {
    if (x <= -1 || y <= -1 || x >= columns || y >= rows) {
      return outside;
    }
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    double upper = (1 - fx) * pixel(image, left, top, outside);
    upper += fx * pixel(image, left + 1, top, outside);
    double lower = (1 - fx) * pixel(image, left, top + 1, outside);
    lower += fx * pixel(image, left + 1, top + 1, outside);
    return (float) ((1 - fy) * upper + fy * lower);
  }

  private float pixel(float[] image, int x, int y, float outside) {
    return x < 0 || y < 0 || x >= columns || y >= rows ? outside : image[y * columns + x];
  }

  private void varyIntensity(float[] image, float low, float range, RandomGenerator random) {
    double power = Math.exp(spread(random, amounts.gamma()));
    double contrast = 1 + spread(random, amounts.contrast());
    double brightness = spread(random, amounts.brightness());
    for (int n = 0; n < image.length; n++) {
      double share = Math.pow(Math.max(0, (image[n] - low) / range), power);
      image[n] = (float) (low + range * ((share - 0.5) * contrast + 0.5 + brightness));
    }
  }

  /** Separable, edge pixels repeated. */
  private void blur(float[] image, double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    if (sigma < 0.1) {
      return;
    }
    double[] weights = new double[reach + 1];
    double sum = 0;
    for (int n = 0; n <= reach; n++) {
      weights[n] = StrictMath.exp(-n * n / (2 * sigma * sigma));
      sum += n == 0 ? weights[n] : 2 * weights[n];
    }
    for (int n = 0; n <= reach; n++) {
      weights[n] /= sum;
    }
    float[] line = new float[Math.max(columns, rows)];
    for (int y = 0; y < rows; y++) {
      blurLine(image, y * columns, 1, columns, weights, line);
    }
    for (int x = 0; x < columns; x++) {
      blurLine(image, x, columns, rows, weights, line);
    }
  }

  private static void blurLine(
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

  private static double spread(RandomGenerator random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }
}
