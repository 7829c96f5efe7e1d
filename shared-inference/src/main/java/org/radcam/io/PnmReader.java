package org.radcam.io;

import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.Luminance;

/**
 * Reads portable bitmaps, graymaps and pixmaps (PBM, PGM, PPM;
 * netpbm.sourceforge.net/doc/pnm.html), in text (P1 to P3) or binary (P4 to P6), of 1 to 16 bits.
 *
 * <p>Values are kept as they are stored, not scaled by the largest one that the header announces.
 * In a bitmap, 1 is black, which {@link Brightness} tells.
 */
final class PnmReader {
  private final byte[] bytes;
  private final char kind;
  private int at = 2;

  private PnmReader(byte[] bytes) {
    this.bytes = bytes;
    this.kind = (char) bytes[1];
  }

  /** The first image of a file that begins with P1 to P6. */
  static SourceImage read(String name, byte[] bytes) throws ImageFormatException {
    return new PnmReader(bytes).read(name);
  }

  private SourceImage read(String name) throws ImageFormatException {
    boolean bitmap = kind == '1' || kind == '4';
    boolean colours = kind == '3' || kind == '6';
    int columns = number();
    int rows = number();
    int largest = bitmap ? 1 : number();
    if (largest < 1 || largest > 0xffff) {
      throw damaged();
    }
    int channels = colours ? 3 : 1;
    Size size = ImageLimits.check(columns, rows, 1, 2 * channels);
    if (kind >= '4') {
      at++; // exactly one blank before the pixels
    }
    long rowBytes =
        kind == '4' ? (columns + 7L) / 8 : (long) columns * channels * (largest > 0xff ? 2 : 1);
    // In text, every value has a digit.
    long least = kind < '4' ? (long) columns * rows * channels : rowBytes * rows;
    if (bytes.length - at < least) {
      throw damaged();
    }
    float[] voxels = new float[size.voxels()];
    boolean differs = false;
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        int first = kind == '4' ? bit(j * rowBytes, i) : sample(largest);
        float value = first;
        if (colours) {
          int second = sample(largest);
          int third = sample(largest);
          value = Luminance.of(first, second, third);
          differs |= first != second || first != third;
        }
        voxels[j * columns + i] = value;
      }
    }
    return new SourceImage(
        name,
        new Volume(Geometry.uncalibrated(size), voxels),
        ImageTraits.UNKNOWN
            .withColour(differs)
            .withBrightness(bitmap ? Brightness.LARGE_IS_DARK : Brightness.LARGE_IS_BRIGHT));
  }

  private int bit(long row, int column) {
    return (bytes[at + (int) row + column / 8] >> (7 - column % 8)) & 1;
  }

  private int sample(int largest) throws ImageFormatException {
    int value;
    if (kind == '1') {
      value = digit();
    } else if (kind < '4') {
      value = number();
    } else if (largest <= 0xff) {
      value = bytes[at++] & 0xff;
    } else {
      value = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
      at += 2;
    }
    if (value > largest) {
      throw damaged();
    }
    return value;
  }

  /** Of a bitmap in text, whose digits need no blanks between them. */
  private int digit() throws ImageFormatException {
    skipBlanks();
    return bytes[at++] - '0';
  }

  private int number() throws ImageFormatException {
    skipBlanks();
    int value = 0;
    int digits = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && digits < 9) {
      value = 10 * value + bytes[at++] - '0';
      digits++;
    }
    if (digits == 0) {
      throw damaged();
    }
    return value;
  }

  /** Blanks and comments, from # to the end of the line. */
  private void skipBlanks() throws ImageFormatException {
    while (at < bytes.length && (bytes[at] == '#' || Character.isWhitespace(bytes[at]))) {
      if (bytes[at++] == '#') {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
        }
      }
    }
    if (at >= bytes.length || bytes[at] < '0' || bytes[at] > '9') {
      throw damaged();
    }
  }

  private static ImageFormatException damaged() {
    return new ImageFormatException(
        "The PNM file is damaged or cut off: copy or export it again, or save it as PNG.");
  }
}
