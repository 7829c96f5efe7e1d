package org.radcam.fiji.image;

import ij.ImagePlus;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * Slices of an ImageJ image as the library's source images: the values that the file stores, and
 * what the image says of itself. A file must give the same result here as through the library's own
 * readers; {@link StoredSlice} says what ImageJ changes and is taken back.
 */
public final class ImagePlusAdapter {
  private ImagePlusAdapter() {}

  /**
   * One slice as an image of its own.
   *
   * @param slice position in the stack, from 1
   * @throws UserException if the image has several channels, is empty, or its values are calibrated
   *     by something else than a line
   */
  public static SourceImage slice(ImagePlus image, int slice) {
    checkGrey(image);
    DicomHeader header = DicomHeader.of(image, slice);
    StoredSlice stored =
        StoredSlice.of(
            image, slice, header, Rescale.of(image, StoredSlice.isSigned16(image, header)));
    Geometry geometry =
        PixelSpacing.of(image.getCalibration(), Size.of(image.getWidth(), image.getHeight()));
    return new SourceImage(
        SliceNames.of(image, slice), new Volume(geometry, stored.values()), stored.traits());
  }

  /** Refuses what has no pixels, or several values for each. */
  static void checkGrey(ImagePlus image) {
    if (image.getProcessor() == null || image.getWidth() == 0) {
      throw new UserException("The image '" + image.getTitle() + "' is empty.");
    }
    if (image.getNChannels() > 1) {
      throw new UserException(
          "The image '"
              + image.getTitle()
              + "' has "
              + image.getNChannels()
              + " channels. Choose one of them with Image > Color > Split Channels.");
    }
  }

  /**
   * What the header of one slice says, without looking at its pixels: for a quick look through a
   * whole stack.
   *
   * @param slice position in the stack, from 1
   */
  public static ImageTraits header(ImagePlus image, int slice) {
    return DicomTraits.of(DicomHeader.of(image, slice), Brightness.LARGE_IS_BRIGHT, false);
  }
}
