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
 * </ul>
 */
final class Unscaling {
  /** Two roundings to single precision (2^-24 each), of slope and product, and a margin. */
  private static final double PRECISION = 0x1p-22;

  /** Share of the slope beyond which a value could be its neighbour's. */
  private static final double SURE = 0.25;

  private Unscaling() {}

  static DecodedFrame.Words words(float[] values, double slope, double intercept)
      throws ImageFormatException {
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
      words[i] = (int) word;
    }
    return (DecodedFrame.Words) DecodedFrame.words(words);
  }
}
