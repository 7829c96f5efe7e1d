package org.radcam.zoo.train;

/**
 * How far a training image may be varied; every amount is drawn evenly from its range. Zero
 * everywhere leaves images as they are.
 *
 * @param rotation up to so many degrees, either way; of volumes about an axis of any direction
 * @param scale larger or smaller by up to this share
 * @param shift along every axis by up to this share of the image
 * @param flip probability of a mirror image that swaps the ends of every row (left and right)
 * @param flipRows probability of one that swaps the first and the last row
 * @param flipSlices probability of one that swaps the first and the last slice
 * @param gamma values to the power exp(g), |g| up to this
 * @param contrast values' distance from the middle times 1 + c, |c| up to this
 * @param brightness values plus b, |b| up to this share of the image's range
 * @param blur Gaussian, standard deviation from 0 up to so many pixels of the network's input
 * @param noise standard deviation of Gaussian noise, as a share of the image's range
 */
public record Augmentation(
    double rotation,
    double scale,
    double shift,
    double flip,
    double flipRows,
    double flipSlices,
    double gamma,
    double contrast,
    double brightness,
    double blur,
    double noise) {
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Augmentation {
    check("rotation", rotation, 180);
    check("scale", scale, 0.9);
    check("shift", shift, 0.5);
    check("flip", flip, 1);
    check("flipRows", flipRows, 1);
    check("flipSlices", flipSlices, 1);
    check("gamma", gamma, 2);
    check("contrast", contrast, 1);
    check("brightness", brightness, 1);
    check("blur", blur, 16);
    check("noise", noise, 1);
  }

  private static void check(String name, double value, double highest) {
    if (!(value >= 0 && value <= highest)) {
      throw new IllegalArgumentException(
          "'" + name + "' must be between 0 and " + highest + ", not " + value);
    }
  }
}
