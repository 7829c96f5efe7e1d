package org.radcam.fiji.heat;

import ij.ImagePlus;
import org.radcam.UserException;

/**
 * A quick look whether pixels are still what they were: 64 bits for each slice, of the numbers that
 * ImageJ holds. A volume of 50 million voxels takes a tenth of a second, a digest of its values
 * many times that.
 *
 * <p>It is no proof against somebody who wants to deceive, who has no reason to.
 */
final class PixelPrint {
  /** An odd number without pattern: 2^64 over the golden ratio. */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private PixelPrint() {}

  /** Prints of some slices, from position {@code first} to {@code last}, from 1. */
  static long[] of(ImagePlus image, int first, int last) {
    // A shift of all 16-bit values, as ImageJ keeps signed ones, changes what they mean.
    long kind = image.getBitDepth() * 2L + (image.getCalibration().isSigned16Bit() ? 1 : 0);
    long[] prints = new long[last - first + 1];
    for (int n = 0; n < prints.length; n++) {
      prints[n] = of(image.getStack().getPixels(first + n), kind);
    }
    return prints;
  }

  private static long of(Object pixels, long start) {
    long print = start;
    if (pixels instanceof byte[] bytes) {
      for (byte value : bytes) {
        print = print * FACTOR + value;
      }
    } else if (pixels instanceof short[] shorts) {
      for (short value : shorts) {
        print = print * FACTOR + value;
      }
    } else if (pixels instanceof int[] ints) {
      for (int value : ints) {
        print = print * FACTOR + value;
      }
    } else if (pixels instanceof float[] floats) {
      for (float value : floats) {
        print = print * FACTOR + Float.floatToRawIntBits(value);
      }
    } else {
      throw new UserException("The image's pixels are of a kind that is not known.");
    }
    // So that an early difference reaches the low bits too.
    return print ^ print >>> 32;
  }
}
