package org.radcam.io.format;

import java.util.Locale;
import org.radcam.image.Size;

/**
 * How large an image may be, checked before anything of its size is allocated: the sizes in a
 * file's header are claims.
 *
 * <ul>
 *   <li>At most {@link #MAX_VOXELS} voxels.
 *   <li>What reading it takes must fit into the memory that Java was given.
 *   <li>Compressed data must be able to hold as many pixels as the header claims.
 * </ul>
 */
public final class ImageLimits {
  /**
   * 2^27: a CT of 512 slices of 512 x 512, or a single image of 11585 x 11585, which is four times
   * the largest that radiology makes (stitched whole-leg X-rays and mammograms stay below 32
   * megapixels). As floats it takes 512 MB, so that a Java heap of 2 GB holds the image, its file
   * and a map of it.
   */
  public static final long MAX_VOXELS = 1L << 27;

  /** No file with an image within {@link #MAX_VOXELS} needs more than this. */
  public static final long MAX_FILE_BYTES = 1L << 30;

  /**
   * How many bytes of pixels one byte of a file can stand for: a code of LZW at most 4094, a bit of
   * deflate or of JPEG far less.
   */
  private static final double LARGEST_EXPANSION = 4096;

  /** The share of Java's memory that reading one image may take; the rest is for what follows. */
  private static final double SHARE = 0.8;

  private ImageLimits() {}

  /**
   * The size of an image that may be read.
   *
   * @param columns as the file claims, and so are {@code rows} and {@code slices}
   * @param bytesPerVoxel what one voxel takes while it is read, in the file's bytes and decoded,
   *     beside the float that it becomes
   * @throws ImageFormatException which says the limit and what to do
   */
  public static Size check(long columns, long rows, long slices, double bytesPerVoxel)
      throws ImageFormatException {
    if (columns < 1 || rows < 1 || slices < 1) {
      throw new ImageFormatException(
          "The file's header announces an image of "
              + words(columns, rows, slices)
              + " pixels, which is no image.");
    }
    double voxels = (double) columns * rows * slices;
    if (voxels > MAX_VOXELS) {
      throw new ImageFormatException(
          String.format(
              Locale.ROOT,
              "The image is %s pixels; RadCAM reads images of at most %,d pixels in all (such as"
                  + " 11585 x 11585 or 512 x 512 x 512): crop it or make it smaller first.",
              words(columns, rows, slices),
              MAX_VOXELS));
    }
    checkMemory(voxels * (Float.BYTES + bytesPerVoxel));
    return new Size((int) columns, (int) rows, (int) slices);
  }

  /** Refuses what would not fit into the memory that Java was given. */
  public static void checkMemory(double bytes) throws ImageFormatException {
    long most = Runtime.getRuntime().maxMemory();
    if (bytes > SHARE * most) {
      throw new ImageFormatException(
          String.format(
              Locale.ROOT,
              "Reading the image takes about %,.0f MB of memory, and Java was given %,d MB: give it"
                  + " more (the option -Xmx, or Edit > Options > Memory & Threads in Fiji).",
              bytes / (1 << 20),
              most >> 20));
    }
  }

  /** Refuses compressed data that is too short for the pixels that a header claims. */
  public static void checkExpansion(double pixelBytes, long storedBytes)
      throws ImageFormatException {
    if (pixelBytes > LARGEST_EXPANSION * storedBytes) {
      throw new ImageFormatException(
          "The file is damaged or cut off: its header announces far more pixels than its data can"
              + " hold.");
    }
  }

  private static String words(long columns, long rows, long slices) {
    return columns + " x " + rows + (slices == 1 ? "" : " x " + slices);
  }
}
