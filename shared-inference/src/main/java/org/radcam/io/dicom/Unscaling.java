package org.radcam.io.dicom;

import org.radcam.io.format.ImageFormatException;

/**
 * Takes slope and intercept back from values in single precision, to the integers that the file
 * stores.
 *
 * <ul>
 *   <li>Refused where rounding hides which integer it was: an intercept far larger than the slope,
 *       or integers of more than about 20 bits.
 *   <li>Refused where a value is that of no integer: something else was done to it.
 *   <li>Refused where a value's integer has no room in the file's words, signed or not. Beyond the
 *       Bits Stored it may be: viewers give such words whose sign is not extended.
 * </ul>
 */
final class Unscaling {
  /** Two roundings to single precision (2^-24 each), of slope and product, and a margin. */
  private static final double PRECISION = 0x1p-22;

  /** Share of the slope beyond which a value could be its neighbour's. */
  private static final double SURE = 0.25;

  private Unscaling() {}

  /**
   * The integers.
   *
   * @param bits of one of the file's words (Bits Allocated)
   */
  static DecodedFrame.Words words(float[] values, double slope, double intercept, int bits)
      throws ImageFormatException {
    double least = -Math.scalb(1.0, bits - 1);
    double most = Math.scalb(1.0, bits) - 1;
    int[] words = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      double word = Math.rint((values[i] - intercept) / slope);
      double error = PRECISION * (Math.abs(slope * word) + Math.abs(intercept));
      boolean sure =
          error < SURE * Math.abs(slope)
              && Math.abs(slope * word + intercept - values[i]) <= error
              && Math.abs(word) <= Integer.MAX_VALUE;
      if (!sure) {
        throw new ImageFormatException(
            "The image's stored values cannot be told from its decoded ones, which are rescaled"
                + " (Rescale Slope, Rescale Intercept) and rounded.");
      }
      if (!(word >= least && word <= most)) {
        throw new ImageFormatException(
            "The image's decoded values are those of no integers of "
                + bits
                + " bits, which its header says that it stores (Bits Allocated, Rescale Slope,"
                + " Rescale Intercept).");
      }
      words[i] = (int) word;
    }
    return (DecodedFrame.Words) DecodedFrame.words(words);
  }
}
