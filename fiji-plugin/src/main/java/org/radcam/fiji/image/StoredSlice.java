package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ImageProcessor;
import java.awt.image.IndexColorModel;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;

/**
 * One slice as its file stores it: what ImageJ changes as it opens a file is taken back.
 *
 * <ul>
 *   <li>Signed 16-bit values are shifted by 32768 and have a calibration function.
 *   <li>A linear calibration function is the DICOM rescale of modality units. Image > Import >
 *       Image Sequence keeps the first file's function for all; where the slices' headers differ,
 *       and the function is one of theirs, each slice's own counts.
 *   <li>A DICOM slope that is not 1 is applied, and the image becomes one of 32 bits. Where every
 *       value is exactly what ImageJ makes of a stored one, that one is taken; elsewhere (the user
 *       has computed with the image) the values are modality units as they are.
 *   <li>Pixel padding keeps its value there: it becomes black.
 *   <li>MONOCHROME1 and TIFF's WhiteIsZero have an inverting lookup table. Where a DICOM header
 *       says which end is bright, it counts, whatever table the user chose for the eye.
 * </ul>
 *
 * @param values row by row
 * @param rescale from these values to modality units
 * @param traits what the slice says of itself, with that rescale
 */
record StoredSlice(float[] values, Rescale rescale, ImageTraits traits) {
  private static final int LEAST_16 = -32768;
  private static final int MOST_16 = 65535;

  /**
   * Reads a slice.
   *
   * @param slice position in the stack, from 1
   * @param header of that slice
   * @param rescale from the values of images of up to 16 bits to modality units, shift taken back
   */
  static StoredSlice of(ImagePlus image, int slice, DicomHeader header, Rescale rescale) {
    ImageProcessor pixels = image.getStack().getProcessor(slice);
    boolean signed = isSigned16(image, header);
    SliceValues read = SliceValues.of(pixels, signed);
    float[] values = read.values();
    Rescale line = rescale;
    boolean stored = pixels.getBitDepth() <= 16;
    if (pixels.getBitDepth() == 32
        && header.number(DicomHeader.BITS_ALLOCATED).orElse(32) <= 16
        && rescale.equals(Rescale.NONE)
        && unscale(values, Rescale.of(header))) {
      line = Rescale.of(header);
      stored = true;
    }
    Brightness brightness = brightness(pixels, header);
    if (stored) {
      PixelPadding.of(
              header, header.number(DicomHeader.PIXEL_REPRESENTATION).orElse(signed ? 1 : 0) == 1)
          .ifPresent(pad -> pad.blacken(values, brightness));
    }
    return new StoredSlice(
        values,
        line,
        DicomTraits.of(header, brightness, read.colour())
            .withRescale(line.slope(), line.intercept()));
  }

  /** Whether ImageJ keeps the image's values shifted, for they are signed ones. */
  static boolean isSigned16(ImagePlus image, DicomHeader header) {
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

  /**
   * Turns modality units into the stored values that ImageJ made them of.
   *
   * @return false, and nothing is changed, where that is not what they are
   */
  private static boolean unscale(float[] values, Rescale line) {
    // ImageJ multiplies and adds in float, each time rounded.
    float slope = (float) line.slope();
    float intercept = (float) line.intercept();
    float[] stored = new float[values.length];
    for (int n = 0; n < values.length; n++) {
      float value = (float) Math.rint((values[n] - line.intercept()) / line.slope());
      float again = value * slope + intercept;
      if (again != values[n] || value < LEAST_16 || value > MOST_16) {
        return false;
      }
      stored[n] = value;
    }
    System.arraycopy(stored, 0, values, 0, values.length);
    return true;
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
}
