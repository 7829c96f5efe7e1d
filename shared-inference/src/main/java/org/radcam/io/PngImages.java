package org.radcam.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures for people to look at as PNG, whole or not at all. */
public final class PngImages {
  private PngImages() {}

  /** Writes a picture of any kind that PNG knows, replacing the file if it exists. */
  public static void write(Path target, BufferedImage image) throws IOException {
    AtomicFiles.write(
        target,
        out -> {
          ImageWriter writer = platformWriter();
          // ImageIO.write would leave a cache file on disk to a finalizer.
          try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
          } finally {
            writer.dispose();
          }
        });
  }

  /**
   * Writes a picture.
   *
   * @param rgb one pixel an element, row by row, 0xRRGGBB
   */
  public static void write(Path target, int columns, int rows, int[] rgb) throws IOException {
    if (rgb.length != columns * rows) {
      throw new IllegalArgumentException(
          "A picture of " + columns + " x " + rows + " needs as many pixels, got " + rgb.length);
    }
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, columns, rows, rgb);
    write(target, image);
  }

  /** The platform's own, so that the same picture gives the same bytes on every machine. */
  private static ImageWriter platformWriter() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
      writer.dispose();
    }
    throw new IllegalStateException("This Java has no PNG writer of its own");
  }
}
