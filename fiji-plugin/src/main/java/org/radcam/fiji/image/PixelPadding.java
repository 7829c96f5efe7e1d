package org.radcam.fiji.image;

import java.util.Optional;
import org.radcam.image.ImageTraits.Brightness;

/**
 * The stored values that mark where nothing was imaged (DICOM PS3.3 C.7.5.1.1.2).
 *
 * @param low lowest of them
 * @param high highest of them
 */
record PixelPadding(int low, int high) {
  /** The padding that a header tells of; ImageJ may write a signed value as an unsigned one. */
  static Optional<PixelPadding> of(DicomHeader header, boolean signed) {
    var value = header.number(DicomHeader.PADDING_VALUE);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int first = stored(value.getAsDouble(), signed);
    int last = stored(header.number(DicomHeader.PADDING_LIMIT).orElse(value.getAsDouble()), signed);
    return Optional.of(new PixelPadding(Math.min(first, last), Math.max(first, last)));
  }

  private static int stored(double value, boolean signed) {
    return signed ? (short) (int) value : (int) value & 0xFFFF;
  }

  /**
   * Gives padding the value that is shown black: the smallest of all others, or the largest where
   * large values are dark.
   */
  void blacken(float[] values, Brightness brightness) {
    float smallest = Float.POSITIVE_INFINITY;
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!covers(value)) {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    float black = brightness == Brightness.LARGE_IS_DARK ? largest : smallest;
    for (int n = 0; n < values.length; n++) {
      if (covers(values[n])) {
        values[n] = Float.isFinite(black) ? black : 0;
      }
    }
  }

  private boolean covers(float value) {
    return value >= low && value <= high;
  }
}
