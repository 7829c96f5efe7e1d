package org.radcam.fiji.image;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/** How ImageJ keeps the values of a volume. */
enum PixelKind {
  BYTE,
  UNSIGNED,
  SIGNED,
  FLOAT;

  /** The narrowest kind that holds all values. */
  static PixelKind of(float[] values, ImageTraits traits) {
    float low = 0;
    float high = 0;
    for (float value : values) {
      // Minus zero and NaN are no whole numbers of ImageJ's.
      if (value != Math.rint(value) || Float.floatToRawIntBits(value) == Integer.MIN_VALUE) {
        return FLOAT;
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    boolean plain = traits.rescaleSlope() == 1 && traits.rescaleIntercept() == 0;
    if (low >= 0 && high <= 0xFF && plain) {
      return BYTE;
    }
    if (low >= 0 && high <= 0xFFFF) {
      return UNSIGNED;
    }
    return low >= -SliceValues.SIGNED_SHIFT && high < SliceValues.SIGNED_SHIFT ? SIGNED : FLOAT;
  }

  /** The pixels of one slice, from 0. */
  ImageProcessor slice(Volume volume, int k) {
    Size size = volume.size();
    int area = size.columns() * size.rows();
    float[] all = volume.voxels();
    int start = k * area;
    if (this == FLOAT) {
      float[] pixels = new float[area];
      System.arraycopy(all, start, pixels, 0, area);
      return new FloatProcessor(size.columns(), size.rows(), pixels);
    }
    if (this == BYTE) {
      byte[] pixels = new byte[area];
      for (int n = 0; n < area; n++) {
        pixels[n] = (byte) (int) all[start + n];
      }
      return new ByteProcessor(size.columns(), size.rows(), pixels);
    }
    int shift = this == SIGNED ? SliceValues.SIGNED_SHIFT : 0;
    short[] pixels = new short[area];
    for (int n = 0; n < area; n++) {
      pixels[n] = (short) ((int) all[start + n] + shift);
    }
    return new ShortProcessor(size.columns(), size.rows(), pixels, null);
  }
}
