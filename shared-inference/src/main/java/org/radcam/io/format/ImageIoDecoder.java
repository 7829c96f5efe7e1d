package org.radcam.io.format;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * The decoders of the Java platform ({@code javax.imageio}), called so that a result never depends
 * on the machine: always the platform's own decoder, also where other programs have registered
 * theirs, and an error wherever it had to guess pixels.
 *
 * <p>Callers check the sizes in the file's header first, by {@link ImageLimits}.
 */
public final class ImageIoDecoder implements AutoCloseable {
  private final String format;
  private final ImageReader reader;
  private boolean guessed;

  /**
   * Opens encoded bytes.
   *
   * @param format {@code png}, {@code jpeg}, {@code tiff}, {@code bmp} or {@code gif}
   */
  public ImageIoDecoder(String format, ImageInputStream stream) throws ImageFormatException {
    this.format = format;
    this.reader = platformReader(format);
    // Text and colour profiles can be bombs of their own, and are not needed.
    reader.setInput(stream, false, true);
    reader.addIIOReadWarningListener((IIOReadWarningListener) this::warned);
  }

  /** One page as a picture. */
  public BufferedImage read(int page) throws ImageFormatException {
    return checked(() -> reader.read(page));
  }

  /** One page as the channels that are stored, without any conversion of colours. */
  Raster readStored(int page) throws ImageFormatException {
    return checked(() -> reader.readRaster(page, null));
  }

  @Override
  public void close() {
    reader.dispose();
  }

  private <T> T checked(Decoding<T> decoding) throws ImageFormatException {
    T result;
    try {
      result = decoding.decode();
    } catch (IOException | RuntimeException e) {
      // The platform's decoders answer damaged data with exceptions of many kinds.
      throw damaged(e);
    }
    if (guessed) {
      throw damaged(null);
    }
    return result;
  }

  private ImageFormatException damaged(Throwable cause) {
    return new ImageFormatException(
        "The "
            + format.toUpperCase(Locale.ROOT)
            + " data is damaged, cut off or of a kind that RadCAM does not read: save the image"
            + " again from the program it comes from.",
        cause);
  }

  /** The JPEG decoder fills what is missing with grey and only warns. */
  private void warned(ImageReader source, String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    guessed |=
        text.contains("premature end")
            || text.contains("bad huffman code")
            || text.contains("inconsistent progression");
  }

  private static ImageReader platformReader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("This Java has no " + format + " reader of its own");
  }

  @FunctionalInterface
  private interface Decoding<T> {
    T decode() throws IOException;
  }
}
