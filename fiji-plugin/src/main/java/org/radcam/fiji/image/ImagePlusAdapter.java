package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.image.IndexColorModel;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * Slices of an ImageJ image as the library's source images: the values that the file stores, and
 * what the image says of itself.
 *
 * <p>ImageJ changes images as it opens them; a file must give the same result here as through the
 * library's own readers, so those changes are taken back:
 *
 * <ul>
 *   <li>signed 16-bit values are shifted by 32768 and have a calibration function;
 *   <li>a linear calibration function is the DICOM rescale of modality units;
 *   <li>pixel padding keeps its value there: it becomes black;
 *   <li>MONOCHROME1 and TIFF's WhiteIsZero have an inverting lookup table. Where a DICOM header
 *       says which end is bright, it counts, whatever table the user chose for the eye.
 * </ul>
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
    ImageProcessor pixels = image.getStack().getProcessor(slice);
    DicomHeader header = DicomHeader.of(image, slice);
    boolean signed = isSigned16(image, header);
    SliceValues values = SliceValues.of(pixels, signed);
    Geometry geometry =
        PixelSpacing.of(image.getCalibration(), Size.of(image.getWidth(), image.getHeight()));
    Brightness brightness = brightness(pixels, header);
    if (pixels.getBitDepth() <= 16) {
      PixelPadding.of(header, signed).ifPresent(pad -> pad.blacken(values.values(), brightness));
    }
    ImageTraits traits = DicomTraits.of(header, brightness, values.colour());
    return new SourceImage(
        SliceNames.of(image, slice),
        new Volume(geometry, values.values()),
        rescaled(traits, image, signed));
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

  private static boolean isSigned16(ImagePlus image, DicomHeader header) {
    if (image.getBitDepth() != 16) {
      return false;
    }
    if (image.getCalibration().isSigned16Bit()) {
      return true;
    }
    FileInfo file = image.getOriginalFileInfo();
    boolean openedSigned = file != null && file.fileType == FileInfo.GRAY16_SIGNED;
    return openedSigned || header.number(DicomHeader.PIXEL_REPRESENTATION).orElse(0) == 1;
  }

  private static Brightness brightness(ImageProcessor pixels, DicomHeader header) {
    boolean dark =
        header
            .text(DicomHeader.PHOTOMETRIC)
            .map(photometric -> photometric.equals("MONOCHROME1"))
            .orElseGet(() -> isInverting(pixels));
    return dark ? Brightness.LARGE_IS_DARK : Brightness.LARGE_IS_BRIGHT;
  }

  /** Whether a grey lookup table runs from bright to dark. */
  private static boolean isInverting(ImageProcessor pixels) {
    if (pixels.getBitDepth() == 24 || pixels.isColorLut()) {
      return false;
    }
    return pixels.getColorModel() instanceof IndexColorModel table
        && table.getRed(0) > table.getRed(table.getMapSize() - 1);
  }

  /** Takes ImageJ's calibration of values as the rescale of stored values. */
  private static ImageTraits rescaled(ImageTraits traits, ImagePlus image, boolean signed) {
    Calibration calibration = image.getCalibration();
    if (!calibration.calibrated() || image.getBitDepth() == 24) {
      return traits;
    }
    double[] line = calibration.getCoefficients();
    if (calibration.getFunction() != Calibration.STRAIGHT_LINE || line == null || line[1] == 0) {
      throw new UserException(
          "The values of '"
              + image.getTitle()
              + "' have a calibration that is not linear. Remove it with Analyze > Calibrate..."
              + " (function None).");
    }
    double shift = signed ? SliceValues.SIGNED_SHIFT * line[1] : 0;
    return traits.withRescale(line[1], line[0] + shift);
  }
}
