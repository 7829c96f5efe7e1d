package org.radcam.io.format;

/**
 * The grey value of a colour pixel: the unweighted mean of red, green and blue, rounded to the
 * nearest integer.
 *
 * <p>This is what ImageJ's default conversion of RGB to 8-bit gives ({@code
 * ij.process.TypeConverter.convertRGBToByte} without weights), operation for operation, so that an
 * image gives the same values to the bit whether ImageJ or RadCAM opened it. Equal channels stay as
 * they are.
 */
public final class Luminance {
  private static final double THIRD = 1d / 3d;

  private Luminance() {}

  /** The grey value of non-negative channels. */
  public static int of(int red, int green, int blue) {
    return (int) (red * THIRD + green * THIRD + blue * THIRD + 0.5);
  }
}
