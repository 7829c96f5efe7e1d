package org.radcam.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.radcam.image.Size;
import org.radcam.io.format.Density;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * What the header of a Windows bitmap says (BITMAPFILEHEADER, BITMAPCOREHEADER and BITMAPINFOHEADER
 * with its successors), checked before the pixels are decoded.
 *
 * @param size columns and rows
 * @param density pixels per millimetre, where the file gives them
 */
record BmpFile(Size size, Optional<Density> density) {
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int UNCOMPRESSED = 0;
  private static final int RLE_4 = 2;

  static BmpFile of(byte[] bytes) throws ImageFormatException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 26) {
      throw damaged();
    }
    int header = in.getInt(14);
    boolean core = header == CORE_HEADER;
    if (!core && (header < INFO_HEADER || bytes.length < 14 + INFO_HEADER)) {
      throw damaged();
    }
    long columns = core ? Short.toUnsignedLong(in.getShort(18)) : in.getInt(18);
    // A negative height means that the first row is the upper one.
    long rows = core ? Short.toUnsignedLong(in.getShort(20)) : Math.abs((long) in.getInt(22));
    int bits = in.getShort(core ? 24 : 28);
    int compression = core ? UNCOMPRESSED : in.getInt(30);
    boolean read =
        switch (bits) {
          case 1, 24, 32 -> compression == UNCOMPRESSED;
          case 4, 8 -> compression >= UNCOMPRESSED && compression <= RLE_4;
          default -> false;
        };
    if (!read) {
      throw new ImageFormatException(
          "The BMP image has pixels of a kind that RadCAM does not read ("
              + bits
              + " bits, compression "
              + compression
              + "): save it as PNG.");
    }
    Size size = ImageLimits.check(columns, rows, 1, 2 * Math.max(1, bits / 8.0));
    if (compression == UNCOMPRESSED) {
      long rowBytes = (columns * bits + 31) / 32 * 4;
      if (Integer.toUnsignedLong(in.getInt(10)) + rowBytes * rows > bytes.length) {
        throw damaged();
      }
    } else {
      ImageLimits.checkExpansion(size.voxels(), bytes.length);
    }
    return new BmpFile(size, core ? Optional.empty() : density(in.getInt(38), in.getInt(42)));
  }

  /** Zeros mean unknown. */
  private static Optional<Density> density(int x, int y) {
    return x > 0 && y > 0
        ? Optional.of(new Density(x / 1000.0, y / 1000.0, /* length= */ true))
        : Optional.empty();
  }

  private static ImageFormatException damaged() {
    return new ImageFormatException(
        "The BMP file is damaged or cut off: copy or export it again, or save it as PNG.");
  }
}
