package org.radcam.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;
import org.radcam.io.format.ByteArrayImageInputStream;
import org.radcam.io.format.Density;
import org.radcam.io.format.ImageFormatException;

/**
 * The chunks of a PNG file (ISO/IEC 15948), checked before its pixels are decoded.
 *
 * <p>Only the chunks that make up the pixels are given to the decoder: texts and colour profiles
 * may be compressed bombs. A chunk whose checksum is wrong, or an end that is missing, is an error:
 * pixels would be wrong or lacking.
 */
final class PngFile {
  private static final int SIGNATURE = 8;
  private static final int IHDR = tag("IHDR");
  private static final int PLTE = tag("PLTE");
  private static final int TRNS = tag("tRNS");
  private static final int PHYS = tag("pHYs");
  private static final int IDAT = tag("IDAT");
  private static final int IEND = tag("IEND");
  private static final double MM_PER_METRE = 1000;

  private final byte[] file;
  private final ByteBuffer bytes;
  private int columns;
  private int rows;
  private int bits;
  private int channels;
  private Optional<Density> density = Optional.empty();
  private int essential = SIGNATURE;

  /** Takes the file's bytes and moves the essential ones together in place. */
  PngFile(byte[] file) throws ImageFormatException {
    this.file = file;
    bytes = ByteBuffer.wrap(file);
    int at = SIGNATURE;
    boolean data = false;
    while (true) {
      if (file.length - at < 12) {
        throw damaged();
      }
      int length = bytes.getInt(at);
      int type = bytes.getInt(at + 4);
      if (length < 0 || length > file.length - at - 12) {
        throw damaged();
      }
      boolean first = at == SIGNATURE;
      if (first != (type == IHDR) || (first && length != 13)) {
        throw damaged();
      }
      int whole = length + 12;
      if (type == IHDR || type == PLTE || type == TRNS || type == IDAT || type == IEND) {
        checkSum(at, length);
        if (first) {
          readHeader(at + 8);
        }
        System.arraycopy(file, at, file, essential, whole);
        essential += whole;
        data |= type == IDAT;
      } else if (type == PHYS && length == 9 && !data) {
        readDensity(at + 8);
      }
      if (type == IEND) {
        break;
      }
      at += whole;
    }
    if (!data) {
      throw damaged();
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Bits of one channel. */
  int bits() {
    return bits;
  }

  Optional<Density> density() {
    return density;
  }

  /** What one pixel takes while it is decoded. */
  double bytesPerPixel() {
    return channels * Math.max(1, bits / 8.0);
  }

  /** What all pixels take in the file. */
  long storedBytes() {
    return essential;
  }

  /** The chunks that make up the pixels. */
  ImageInputStream pixels() {
    return new ByteArrayImageInputStream(file, 0, essential);
  }

  private void readHeader(int at) throws ImageFormatException {
    columns = bytes.getInt(at);
    rows = bytes.getInt(at + 4);
    bits = bytes.get(at + 8);
    int colourType = bytes.get(at + 9);
    channels =
        switch (colourType) {
          case 0, 3 -> 1;
          case 4 -> 2;
          case 2 -> 3;
          case 6 -> 4;
          default -> throw damaged();
        };
    if (columns < 0 || rows < 0) {
      throw damaged();
    }
  }

  private void readDensity(int at) {
    double x = Integer.toUnsignedLong(bytes.getInt(at)) / MM_PER_METRE;
    double y = Integer.toUnsignedLong(bytes.getInt(at + 4)) / MM_PER_METRE;
    density = Optional.of(new Density(x, y, bytes.get(at + 8) == 1));
  }

  private void checkSum(int at, int length) throws ImageFormatException {
    CRC32 sum = new CRC32();
    sum.update(file, at + 4, length + 4);
    if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
      throw damaged();
    }
  }

  private static ImageFormatException damaged() {
    return new ImageFormatException("The PNG file is damaged or cut off: copy or save it again.");
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
