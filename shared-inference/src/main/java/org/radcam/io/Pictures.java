package org.radcam.io;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ByteArrayImageInputStream;
import org.radcam.io.format.Density;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageIoDecoder;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.JpegHeader;

/** Single pictures that the Java platform decodes, with sizes checked before it does. */
final class Pictures {
  private Pictures() {}

  static SourceImage png(String name, byte[] bytes) throws ImageFormatException {
    PngFile png = new PngFile(bytes);
    Size size = ImageLimits.check(png.columns(), png.rows(), 1, 2 * png.bytesPerPixel());
    ImageLimits.checkExpansion(size.voxels() * png.bytesPerPixel(), png.storedBytes());
    try (ImageIoDecoder decoder = new ImageIoDecoder("png", png.pixels())) {
      return image(name, decoder.read(0), png.bits(), size, png.density());
    }
  }

  static SourceImage jpeg(String name, byte[] bytes) throws ImageFormatException {
    JpegHeader header = JpegHeader.parse(bytes, 0, bytes.length);
    header.checkDecodable();
    Size size = ImageLimits.check(header.columns(), header.rows(), 1, 2.0 * header.components());
    ImageLimits.checkExpansion((double) size.voxels() * header.components(), bytes.length);
    try (ImageIoDecoder decoder =
        new ImageIoDecoder("jpeg", new ByteArrayImageInputStream(bytes, 0, bytes.length))) {
      return image(name, decoder.read(0), header.bits(), size, header.density());
    }
  }

  static SourceImage bmp(String name, byte[] bytes) throws ImageFormatException {
    BmpFile bmp = BmpFile.of(bytes);
    try (ImageIoDecoder decoder =
        new ImageIoDecoder("bmp", new ByteArrayImageInputStream(bytes, 0, bytes.length))) {
      return image(name, decoder.read(0), Byte.SIZE, bmp.size(), bmp.density());
    }
  }

  static SourceImage gif(String name, byte[] bytes) throws ImageFormatException {
    GifFile gif = GifFile.of(bytes);
    try (ImageIoDecoder decoder =
        new ImageIoDecoder("gif", new ByteArrayImageInputStream(bytes, 0, bytes.length))) {
      return image(name, decoder.read(0), Byte.SIZE, gif.size(), Optional.empty());
    }
  }

  private static SourceImage image(
      String name, BufferedImage picture, int bits, Size size, Optional<Density> density)
      throws ImageFormatException {
    Geometry geometry = PixelSizes.geometry(size, density);
    float[] voxels = new float[size.voxels()];
    boolean colour =
        Rasters.grey(picture, new Rasters.Stored(bits, /* signed= */ false), voxels, 0);
    return new SourceImage(
        name, new Volume(geometry, voxels), ImageTraits.UNKNOWN.withColour(colour));
  }
}
