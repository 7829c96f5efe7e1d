package org.radcam.io.format;

import java.awt.image.Raster;
import java.util.Optional;

/** A JPEG whose channels are wanted as they are stored, without conversion of colour. */
public final class JpegPixels {
  private static final int YCBCR = 1;

  private final byte[] bytes;
  private final JpegHeader header;

  private JpegPixels(byte[] bytes, JpegHeader header) {
    this.bytes = bytes;
    this.header = header;
  }

  /** Reads the header only. */
  public static JpegPixels open(byte[] bytes) throws ImageFormatException {
    return new JpegPixels(bytes, JpegHeader.parse(bytes, 0, bytes.length));
  }

  public int columns() {
    return header.columns();
  }

  public int rows() {
    return header.rows();
  }

  public int channels() {
    return header.components();
  }

  public int bits() {
    return header.bits();
  }

  /** Whether three channels are YCbCr rather than RGB, where the JPEG says so. */
  public Optional<Boolean> luminanceChrominance() {
    return header.adobeTransform().isPresent()
        ? header.adobeTransform().map(transform -> transform == YCBCR)
        : Optional.of(true).filter(yes -> header.jfif());
  }

  /** The samples, pixel by pixel, one byte each. */
  public byte[] decode() throws ImageFormatException {
    header.checkDecodable();
    ImageLimits.check(columns(), rows(), 1, 2.0 * channels());
    ImageLimits.checkExpansion((double) columns() * rows() * channels(), bytes.length);
    try (ImageIoDecoder decoder =
        new ImageIoDecoder("jpeg", new ByteArrayImageInputStream(bytes, 0, bytes.length))) {
      Raster raster = decoder.readStored(0);
      int[] row = new int[columns() * channels()];
      byte[] samples = new byte[rows() * row.length];
      int at = 0;
      for (int y = 0; y < rows(); y++) {
        raster.getPixels(0, y, columns(), 1, row);
        for (int sample : row) {
          samples[at++] = (byte) sample;
        }
      }
      return samples;
    }
  }
}
