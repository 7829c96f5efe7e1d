package org.radcam.io;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ByteArrayImageInputStream;
import org.radcam.io.format.Density;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageIoDecoder;
import org.radcam.io.format.ImageLimits;

/**
 * Reads TIFF: pages are slices, and ImageJ's calibration counts.
 *
 * <ul>
 *   <li>Stored values are kept: WhiteIsZero is told by {@link Brightness}, not by inversion.
 *   <li>Pages that are thumbnails of another are left out; all others must be alike.
 *   <li>ImageJ's stacks with one directory and the slices one behind the other are read whole.
 *   <li>Sizes in millimetres come from ImageJ's unit only: the resolution in other TIFF files is
 *       that of a printer or a screen.
 *   <li>ImageJ's linear calibration of values becomes rescale slope and intercept; another is
 *       refused.
 * </ul>
 */
final class TiffReader {
  private static final int REDUCED = 1;

  private TiffReader() {}

  static SourceImage read(String name, byte[] bytes) throws ImageFormatException {
    List<TiffDirectory> directories = TiffDirectory.all(bytes);
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      if ((directories.get(i).number(TiffDirectory.SUBFILE, 0L) & REDUCED) == 0) {
        pages.add(i);
      }
    }
    if (pages.isEmpty()) {
      throw new ImageFormatException("The TIFF file holds nothing but thumbnails.");
    }
    TiffPage first = TiffPage.of(directories.get(pages.get(0)));
    ImageJDescription imagej = ImageJDescription.of(first.directory());
    long slices = slices(imagej, pages.size());
    // Before the other pages are looked at: they may share lists of strips that are long.
    Size size = ImageLimits.check(first.columns(), first.rows(), slices, 2 * first.bytesPerPixel());
    checkAlike(first, directories, pages);
    float[] voxels = new float[size.voxels()];
    boolean colour =
        slices > pages.size()
            ? contiguous(first, bytes, size, voxels)
            : decoded(first, directories, pages, bytes, size, voxels);
    return new SourceImage(
        name,
        new Volume(geometry(first.directory(), imagej, size), voxels),
        traits(first, imagej, colour));
  }

  private static void checkAlike(
      TiffPage first, List<TiffDirectory> directories, List<Integer> pages)
      throws ImageFormatException {
    long pieces = TiffPage.pieces(first.directory());
    for (int i = 1; i < pages.size(); i++) {
      TiffDirectory directory = directories.get(pages.get(i));
      pieces += TiffPage.pieces(directory);
      if (pieces > TiffPage.MAX_PIECES) {
        throw new ImageFormatException(
            String.format(
                Locale.ROOT,
                "The TIFF file's pages lie in more than %,d strips or tiles: save it again with"
                    + " larger ones, for example by Fiji.",
                TiffPage.MAX_PIECES));
      }
      if (!TiffPage.of(directory).sameKindAs(first)) {
        throw new ImageFormatException(
            "The pages of the TIFF file differ in size or kind: save each as a file of its own.");
      }
    }
  }

  private static long slices(ImageJDescription imagej, int pages) throws ImageFormatException {
    long channels = imagej.count("channels");
    if (channels > 1 || (imagej.count("slices") > 1 && imagej.count("frames") > 1)) {
      throw new ImageFormatException(
          "The TIFF file holds several channels or time points: in ImageJ, duplicate one of them"
              + " (Image > Duplicate...) and save that.");
    }
    long images = imagej.count("images");
    return pages == 1 ? images : pages;
  }

  private static boolean decoded(
      TiffPage first,
      List<TiffDirectory> directories,
      List<Integer> pages,
      byte[] bytes,
      Size size,
      float[] voxels)
      throws ImageFormatException {
    // The platform's decoder would invert WhiteIsZero, floats and signed numbers not reversibly.
    if (first.photometric() == TiffPage.WHITE_IS_ZERO) {
      for (int page : pages) {
        if (directories.get(page).has(TiffDirectory.PHOTOMETRIC)) {
          directories.get(page).overwrite(TiffDirectory.PHOTOMETRIC, TiffPage.BLACK_IS_ZERO);
        }
      }
    }
    Rasters.Stored stored =
        new Rasters.Stored(Math.min(first.bits(), 32), first.sampleFormat() == TiffPage.SIGNED);
    boolean colour = false;
    try (ImageIoDecoder decoder =
        new ImageIoDecoder("tiff", new ByteArrayImageInputStream(bytes, 0, bytes.length))) {
      int area = size.columns() * size.rows();
      for (int k = 0; k < pages.size(); k++) {
        BufferedImage picture = decoder.read(pages.get(k));
        if (first.photometric() == TiffPage.PALETTE) {
          picture = withPalette(picture, directories.get(pages.get(k)), first.bits());
        }
        colour |= Rasters.grey(picture, stored, voxels, k * area);
      }
    }
    return colour;
  }

  /**
   * The picture with its palette read as everyone else reads it: the high bytes of 16-bit colours.
   * The platform's decoder scales them, which darkens what was written as 256 times a byte.
   */
  private static BufferedImage withPalette(BufferedImage picture, TiffDirectory page, int bits)
      throws ImageFormatException {
    int size = 1 << bits;
    byte[][] channels = new byte[3][size];
    for (int i = 0; i < 3 * size; i++) {
      channels[i / size][i % size] = (byte) (page.number(TiffDirectory.COLOR_MAP, i) >> 8);
    }
    return new BufferedImage(
        new IndexColorModel(bits, size, channels[0], channels[1], channels[2]),
        picture.getRaster(),
        /* isRasterPremultiplied= */ false,
        /* properties= */ null);
  }

  /** A stack of which ImageJ wrote the first slice's directory only. */
  private static boolean contiguous(TiffPage page, byte[] bytes, Size size, float[] voxels)
      throws ImageFormatException {
    int bits = page.bits();
    boolean readable = bits == 8 || bits == 16 || bits == 32;
    if (page.compression() != TiffPage.UNCOMPRESSED || page.channels() != 1 || !readable) {
      throw new ImageFormatException(
          "The TIFF file is a stack of "
              + size.slices()
              + " slices without a directory for each: open it in ImageJ and save it again.");
    }
    long start = page.directory().number(TiffDirectory.STRIP_OFFSETS, 0);
    if (start + (long) size.voxels() * bits / 8 > bytes.length) {
      throw TiffDirectory.damaged();
    }
    ByteBuffer data = ByteBuffer.wrap(bytes).order(page.directory().order());
    Rasters.Stored stored = new Rasters.Stored(bits, page.sampleFormat() == TiffPage.SIGNED);
    boolean floats = page.sampleFormat() == TiffPage.FLOAT;
    int at = (int) start;
    for (int i = 0; i < voxels.length; i++, at += bits / 8) {
      voxels[i] =
          switch (bits) {
            case 8 -> stored.value(data.get(at));
            case 16 -> stored.value(data.getShort(at));
            default -> floats ? data.getFloat(at) : stored.value(data.getInt(at));
          };
    }
    return false;
  }

  private static Geometry geometry(TiffDirectory directory, ImageJDescription imagej, Size size)
      throws ImageFormatException {
    double x = directory.rational(TiffDirectory.X_RESOLUTION);
    double y = directory.rational(TiffDirectory.Y_RESOLUTION);
    return imagej.isPresent()
        ? imagej.geometry(size, x, y)
        : PixelSizes.geometry(size, Optional.of(new Density(x, y, false)));
  }

  private static ImageTraits traits(TiffPage page, ImageJDescription imagej, boolean colour)
      throws ImageFormatException {
    double slope = 1;
    double intercept = 0;
    if (imagej.number("cf").isPresent()) {
      if (imagej.number("cf").getAsDouble() != 0) {
        throw new ImageFormatException(
            "The TIFF file's values have a calibration by ImageJ that is not linear: remove it by"
                + " Analyze > Calibrate... (function None) and save the image again.");
      }
      intercept = imagej.number("c0").orElse(0);
      slope = imagej.number("c1").orElse(1);
    }
    if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw TiffDirectory.damaged();
    }
    return new ImageTraits(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        slope,
        intercept,
        page.photometric() == TiffPage.WHITE_IS_ZERO
            ? Brightness.LARGE_IS_DARK
            : Brightness.LARGE_IS_BRIGHT,
        colour);
  }
}
