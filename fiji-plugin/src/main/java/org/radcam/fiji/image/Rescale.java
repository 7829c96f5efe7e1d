package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.measure.Calibration;
import org.radcam.UserException;

/**
 * A line from stored values to modality units.
 *
 * @param slope never 0
 * @param intercept in modality units
 */
record Rescale(double slope, double intercept) {
  static final Rescale NONE = new Rescale(1, 0);

  /** What a DICOM header says; an absent slope, or one of 0, counts as 1. */
  static Rescale of(DicomHeader header) {
    double slope = header.number(DicomHeader.RESCALE_SLOPE).orElse(1);
    return new Rescale(
        slope == 0 ? 1 : slope, header.number(DicomHeader.RESCALE_INTERCEPT).orElse(0));
  }

  /**
   * ImageJ's calibration of values, as the rescale of stored values.
   *
   * @param signed whether ImageJ keeps signed values, shifted
   * @throws UserException if it is no line
   */
  static Rescale of(ImagePlus image, boolean signed) {
    Calibration calibration = image.getCalibration();
    if (!calibration.calibrated() || image.getBitDepth() == 24) {
      return NONE;
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
    return new Rescale(line[1], line[0] + shift);
  }

  /** Modality units of a stored value. */
  float of(float stored) {
    return (float) (slope * stored + intercept);
  }
}
