package org.radcam.io;

import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * What one page of a TIFF file holds, and whether RadCAM reads it.
 *
 * <ul>
 *   <li>Grey (WhiteIsZero, BlackIsZero), RGB and palette colour are read; CMYK, YCbCr, Lab are not.
 *   <li>Integers of 1, 4, 8, 16 or 32 bits, signed or not, and floating-point numbers of 32 or 64
 *       bits are read.
 *   <li>Uncompressed, LZW, deflate and PackBits are read; JPEG and fax inside TIFF are not.
 *   <li>Every strip or tile must lie inside the file.
 * </ul>
 */
record TiffPage(
    TiffDirectory directory,
    long columns,
    long rows,
    int channels,
    int bits,
    int sampleFormat,
    int photometric,
    int compression) {
  static final int WHITE_IS_ZERO = 0;
  static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  static final int PALETTE = 3;

  /**
   * Strips or tiles of all pages together: tiles of the smallest size that TIFF allows, for the
   * largest image that RadCAM reads.
   */
  static final int MAX_PIECES = (int) (ImageLimits.MAX_VOXELS / 256);

  /** Sides of tiles are multiples of this (TIFF 6.0, section 15). */
  private static final int TILE_STEP = 16;

  static final int UNCOMPRESSED = 1;

  static final int UNSIGNED = 1;
  static final int SIGNED = 2;
  static final int FLOAT = 3;

  static TiffPage of(TiffDirectory directory) throws ImageFormatException {
    TiffPage page =
        new TiffPage(
            directory,
            directory.number(TiffDirectory.WIDTH, 0L),
            directory.number(TiffDirectory.HEIGHT, 0L),
            (int) directory.number(TiffDirectory.CHANNELS, 1L),
            (int) directory.number(TiffDirectory.BITS, 1L),
            (int) directory.number(TiffDirectory.SAMPLE_FORMAT, 1L),
            (int) directory.number(TiffDirectory.PHOTOMETRIC, 1L),
            (int) directory.number(TiffDirectory.COMPRESSION, 1L));
    page.checkKind();
    ImageLimits.check(page.columns, page.rows, 1, page.bytesPerPixel());
    page.checkData();
    return page;
  }

  double bytesPerPixel() {
    return channels * Math.max(1, bits / 8.0);
  }

  boolean sameKindAs(TiffPage other) {
    return columns == other.columns
        && rows == other.rows
        && channels == other.channels
        && bits == other.bits
        && sampleFormat == other.sampleFormat
        && photometric == other.photometric;
  }

  private void checkKind() throws ImageFormatException {
    String kind =
        switch (photometric) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE -> "";
          case 4 -> "a transparency mask";
          case 5 -> "CMYK, for printing";
          case 6 -> "YCbCr";
          case 8, 9, 10 -> "Lab colour";
          default -> "of an unknown colour model";
        };
    if (!kind.isEmpty()) {
      throw new ImageFormatException("The TIFF image is " + kind + ": convert it to grey or RGB.");
    }
    switch (compression) {
      case UNCOMPRESSED, 5, 8, 32773, 32946 -> {}
      case 2, 3, 4 -> throw compressed("fax");
      case 6, 7 -> throw compressed("JPEG");
      default -> throw compressed("a rare");
    }
    int least = photometric == RGB ? 3 : 1;
    if (channels < least || channels > least + 1) {
      throw new ImageFormatException(
          "The TIFF image has "
              + channels
              + " channels; RadCAM reads grey and RGB, with or without transparency.");
    }
    boolean read =
        switch (sampleFormat) {
          case UNSIGNED ->
              switch (bits) {
                case 8, 16 -> photometric != PALETTE || bits == 8;
                case 1, 4 -> photometric != RGB && channels == 1;
                case 32 -> photometric < RGB && channels == 1;
                default -> false;
              };
          case SIGNED ->
              (bits == 8 || bits == 16 || bits == 32) && photometric < RGB && channels == 1;
          case FLOAT -> (bits == 32 || bits == 64) && photometric < RGB && channels == 1;
          default -> false;
        };
    for (int i = 1; i < Math.min(channels, directory.count(TiffDirectory.BITS)); i++) {
      read &= directory.number(TiffDirectory.BITS, i) == bits;
    }
    if (!read) {
      throw new ImageFormatException(
          "The TIFF image has numbers of a kind that RadCAM does not read ("
              + bits
              + " bits a channel): convert it to 8, 16 or 32 bits.");
    }
  }

  private static ImageFormatException compressed(String how) {
    return new ImageFormatException(
        "The TIFF image has "
            + how
            + " compression inside, which RadCAM does not decode: save it uncompressed or as PNG.");
  }

  /** How many strips or tiles a page announces; nothing of them is looked at. */
  static int pieces(TiffDirectory directory) {
    return directory.count(offsets(directory));
  }

  private static int offsets(TiffDirectory directory) {
    return isTiled(directory) ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS;
  }

  private static boolean isTiled(TiffDirectory directory) {
    return directory.has(TiffDirectory.TILE_WIDTH);
  }

  private void checkData() throws ImageFormatException {
    boolean tiled = isTiled(directory);
    int offsets = offsets(directory);
    int lengths = tiled ? TiffDirectory.TILE_BYTES : TiffDirectory.STRIP_BYTES;
    long expected = tiled ? tiles() : strips();
    int count = pieces(directory);
    boolean lengthless = count == 1 && directory.count(lengths) == 0;
    if (count < expected
        || count > expected * channels
        || count > MAX_PIECES
        || (!lengthless && directory.count(lengths) != count)) {
      throw TiffDirectory.damaged();
    }
    long stored = lengthless ? directory.fileBytes() : 0;
    for (int i = 0; i < count; i++) {
      long length = lengthless ? 1 : directory.number(lengths, i);
      if (directory.number(offsets, i) + length > directory.fileBytes()) {
        throw TiffDirectory.damaged();
      }
      stored += length;
    }
    double pixelBytes = (double) columns * rows * channels * bits / 8;
    if (compression == UNCOMPRESSED && pixelBytes > stored) {
      throw TiffDirectory.damaged();
    }
    ImageLimits.checkExpansion(pixelBytes, Math.min(stored, directory.fileBytes()));
  }

  private long strips() throws ImageFormatException {
    long perStrip = directory.number(TiffDirectory.ROWS_PER_STRIP, rows);
    return pieces(rows, Math.min(perStrip, rows));
  }

  private long tiles() throws ImageFormatException {
    long width = directory.number(TiffDirectory.TILE_WIDTH, 0L);
    long height = directory.number(TiffDirectory.TILE_HEIGHT, 0L);
    ImageLimits.check(width, height, 1, bytesPerPixel());
    if (width % TILE_STEP != 0 || height % TILE_STEP != 0) {
      throw TiffDirectory.damaged();
    }
    return pieces(columns, width) * pieces(rows, height);
  }

  private static long pieces(long whole, long piece) throws ImageFormatException {
    if (piece < 1) {
      throw TiffDirectory.damaged();
    }
    return (whole + piece - 1) / piece;
  }
}
