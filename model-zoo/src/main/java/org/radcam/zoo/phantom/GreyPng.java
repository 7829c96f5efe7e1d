package org.radcam.zoo.phantom;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.radcam.image.LengthUnit;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;

/**
 * Writes a slice of whole numbers as a grey PNG: 8 bit where no value is above 255, else 16 bit.
 * The pixel size goes into the {@code pHYs} chunk where it is known.
 */
public final class GreyPng {
  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final double MM_PER_METRE = 1000;

  private GreyPng() {}

  /** Writes the file whole or not at all. Values are rounded and clipped to 0..65535. */
  public static void write(Path file, Volume slice) throws IOException {
    if (slice.size().slices() != 1) {
      throw new IllegalArgumentException("A PNG holds one slice, not " + slice.size());
    }
    boolean small = slice.range().high() <= 255;
    int type = small ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
    BufferedImage image = new BufferedImage(slice.size().columns(), slice.size().rows(), type);
    WritableRaster raster = image.getRaster();
    for (int j = 0; j < slice.size().rows(); j++) {
      for (int i = 0; i < slice.size().columns(); i++) {
        raster.setSample(i, j, 0, Math.max(0, Math.min(65535, Math.round(slice.at(i, j, 0)))));
      }
    }
    AtomicFiles.write(file, out -> encode(image, slice, out));
  }

  private static void encode(BufferedImage image, Volume slice, OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      if (slice.geometry().unit() == LengthUnit.MILLIMETRE) {
        addPixelSize(metadata, slice);
      }
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  private static void addPixelSize(IIOMetadata metadata, Volume slice)
      throws IIOInvalidTreeException {
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", perMetre(slice.geometry().spacing().x()));
    size.setAttribute("pixelsPerUnitYAxis", perMetre(slice.geometry().spacing().y()));
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(size);
    metadata.mergeTree(FORMAT, root);
  }

  private static String perMetre(double millimetres) {
    return String.valueOf(Math.round(MM_PER_METRE / millimetres));
  }
}
