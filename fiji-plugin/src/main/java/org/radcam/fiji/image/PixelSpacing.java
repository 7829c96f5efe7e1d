package org.radcam.fiji.image;

import ij.measure.Calibration;
import java.util.Locale;
import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * The grid of an ImageJ image.
 *
 * <ul>
 *   <li>Metres to nanometres become millimetres.
 *   <li>Inches count as unknown, as in the library's own readers: ImageJ makes them of the dots per
 *       inch of a screen or a printer.
 *   <li>Where the unit is unknown, the pixels' shape still counts: spacing 1 along a row.
 * </ul>
 */
final class PixelSpacing {
  private PixelSpacing() {}

  /** The grid of one slice, or of a stack. */
  static Geometry of(Calibration calibration, Size size) {
    Optional<double[]> pixel = millimetresOf(calibration);
    if (pixel.isPresent()) {
      double depth = Math.abs(calibration.pixelDepth * millimetres(calibration.getUnit()));
      return Geometry.millimetres(
          size, pixel.get()[0], pixel.get()[1], positive(depth) ? depth : 1);
    }
    double shape = calibration.pixelHeight / calibration.pixelWidth;
    return new Geometry(
        size,
        new Vector3(1, positive(shape) ? shape : 1, 1),
        Vector3.ZERO,
        Direction.IDENTITY,
        LengthUnit.PIXEL);
  }

  /** Width and height of a pixel in millimetres; empty where they are unknown. */
  static Optional<double[]> millimetresOf(Calibration calibration) {
    double unit = millimetres(calibration.getUnit());
    double width = calibration.pixelWidth * unit;
    double height = calibration.pixelHeight * unit;
    return positive(width) && positive(height)
        ? Optional.of(new double[] {width, height})
        : Optional.empty();
  }

  private static boolean positive(double length) {
    return length > 0 && Double.isFinite(length);
  }

  private static double millimetres(String unit) {
    return switch (unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT)) {
      case "m", "meter", "meters", "metre", "metres" -> 1e3;
      case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> 10;
      case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1;
      // The micro sign and the Greek letter mu.
      case "micron", "microns", "um", "\u00b5m", "\u03bcm", "micrometer", "micrometre" -> 1e-3;
      case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> 1e-6;
      default -> Double.NaN;
    };
  }
}
