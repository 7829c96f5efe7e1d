package org.radcam.fiji.image;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.IndexColorModel;
import org.radcam.io.format.Luminance;

/**
 * The stored values of one slice.
 *
 * @param values row by row
 * @param colour whether any pixel is coloured; its value is then its {@link Luminance}
 */
record SliceValues(float[] values, boolean colour) {
  /** What ImageJ adds to signed 16-bit values to keep them as unsigned ones. */
  static final int SIGNED_SHIFT = 32768;

  /**
   * Reads a slice.
   *
   * <ul>
   *   <li>8, 16 and 32 bit: the values; a smooth false-colour table is for the eye only.
   *   <li>8 bit with a table of separate colours (a palette), and RGB: the brightness.
   *   <li>16 bit that ImageJ shifted: shifted back.
   * </ul>
   */
  static SliceValues of(ImageProcessor slice, boolean signed16) {
    if (slice instanceof ColorProcessor) {
      return rgb((int[]) slice.getPixels());
    }
    if (slice instanceof ByteProcessor && slice.isColorLut() && !slice.isPseudoColorLut()) {
      return palette((byte[]) slice.getPixels(), (IndexColorModel) slice.getColorModel());
    }
    int shift = signed16 && slice.getBitDepth() == 16 ? SIGNED_SHIFT : 0;
    float[] values = new float[slice.getPixelCount()];
    for (int n = 0; n < values.length; n++) {
      values[n] = slice.getf(n) - shift;
    }
    return new SliceValues(values, false);
  }

  private static SliceValues rgb(int[] pixels) {
    float[] values = new float[pixels.length];
    boolean colour = false;
    for (int n = 0; n < pixels.length; n++) {
      int red = pixels[n] >> 16 & 0xFF;
      int green = pixels[n] >> 8 & 0xFF;
      int blue = pixels[n] & 0xFF;
      values[n] = Luminance.of(red, green, blue);
      colour |= red != green || red != blue;
    }
    return new SliceValues(values, colour);
  }

  private static SliceValues palette(byte[] pixels, IndexColorModel table) {
    float[] values = new float[pixels.length];
    boolean colour = false;
    for (int n = 0; n < pixels.length; n++) {
      int index = pixels[n] & 0xFF;
      int red = table.getRed(index);
      int green = table.getGreen(index);
      int blue = table.getBlue(index);
      values[n] = Luminance.of(red, green, blue);
      colour |= red != green || red != blue;
    }
    return new SliceValues(values, colour);
  }
}
