package org.radcam.io;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Objects;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.Luminance;

/**
 * Grey values out of a decoded picture, as they are stored: rasters are read directly, because
 * {@code getRGB} and drawing pass grey through a colour space that changes it.
 *
 * <ul>
 *   <li>One channel: the stored values.
 *   <li>A palette: its colours.
 *   <li>Three channels: {@link Luminance}.
 *   <li>Transparency: laid over white, as ImageJ does; where it is opaque nothing changes.
 * </ul>
 */
final class Rasters {
  private Rasters() {}

  /**
   * How one channel's integers are stored.
   *
   * @param bits 1 to 32
   * @param signed whether in two's complement
   */
  record Stored(int bits, boolean signed) {
    float value(int raw) {
      int unused = Integer.SIZE - bits;
      return signed
          ? raw << unused >> unused
          : (float) (Integer.toUnsignedLong(raw << unused) >>> unused);
    }
  }

  /**
   * Writes a picture's grey values row by row into {@code voxels} from {@code offset}.
   *
   * @return whether the picture is in colour: whether any pixel's channels differ
   */
  static boolean grey(BufferedImage image, Stored stored, float[] voxels, int offset)
      throws ImageFormatException {
    Raster raster = image.getRaster();
    Objects.checkFromIndexSize(offset, raster.getWidth() * raster.getHeight(), voxels.length);
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return palette(raster, palette, voxels, offset);
    }
    int bands = raster.getNumBands();
    int type = raster.getSampleModel().getDataType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
      if (bands != 1) {
        throw new ImageFormatException(
            "The image has " + bands + " channels of floating-point numbers; RadCAM reads one.");
      }
      floats(raster, voxels, offset);
      return false;
    }
    if (bands < 1 || bands > 4) {
      throw new ImageFormatException(
          "The image has " + bands + " channels; RadCAM reads grey and RGB.");
    }
    return integers(raster, stored, voxels, offset);
  }

  private static void floats(Raster raster, float[] voxels, int offset) {
    int width = raster.getWidth();
    float[] row = new float[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      System.arraycopy(row, 0, voxels, offset + y * width, width);
    }
  }

  private static boolean integers(Raster raster, Stored stored, float[] voxels, int offset) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    boolean rgb = bands >= 3;
    boolean alpha = bands == 2 || bands == 4;
    long white = (1L << stored.bits()) - 1;
    boolean colour = false;
    int[] row = new int[width * bands];
    int at = offset;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length; i += bands) {
        float value = rgb ? Luminance.of(row[i], row[i + 1], row[i + 2]) : stored.value(row[i]);
        colour |= rgb && (row[i] != row[i + 1] || row[i] != row[i + 2]);
        voxels[at++] = alpha ? overWhite(value, row[i + bands - 1], white) : value;
      }
    }
    return colour;
  }

  private static boolean palette(
      Raster raster, IndexColorModel palette, float[] voxels, int offset) {
    int size = palette.getMapSize();
    float[] grey = new float[size];
    boolean[] coloured = new boolean[size];
    for (int i = 0; i < size; i++) {
      int red = palette.getRed(i);
      int green = palette.getGreen(i);
      int blue = palette.getBlue(i);
      grey[i] = overWhite(Luminance.of(red, green, blue), palette.getAlpha(i), 255);
      coloured[i] = red != green || red != blue;
    }
    boolean colour = false;
    int width = raster.getWidth();
    int[] row = new int[width];
    int at = offset;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int index : row) {
        // Viewers show an index beyond the palette as its last colour.
        int entry = Math.min(index, size - 1);
        voxels[at++] = grey[entry];
        colour |= coloured[entry];
      }
    }
    return colour;
  }

  private static float overWhite(float value, long alpha, long white) {
    return alpha == white
        ? value
        : (float) Math.floor((value * alpha + (double) white * (white - alpha)) / white + 0.5);
  }
}
