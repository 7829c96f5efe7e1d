package org.radcam.io;

import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.Density;

/**
 * What a file's "resolution" tells of the size of its pixels.
 *
 * <p>PNG, JPEG and TIFF writers fill in a print or screen density whether or not they know the size
 * of what is shown: 72 or 96 dpi is a screen, 300 dpi a printer, neither is a pixel of an X-ray. A
 * wrong size is worse than none, so:
 *
 * <ul>
 *   <li>a density that is a round number of dots per inch of {@link #HABITUAL_DPI} is not believed;
 *   <li>a pixel smaller than {@link #SMALLEST_MM} or larger than {@link #LARGEST_MM} is not
 *       believed;
 *   <li>the ratio of the two densities is believed all the same, if it lies between 1:10 and 10:1:
 *       it tells of non-square pixels.
 * </ul>
 */
final class PixelSizes {
  /** Densities that programs write by habit, in dots per inch. */
  private static final int[] HABITUAL_DPI = {
    36, 48, 60, 72, 75, 90, 96, 100, 120, 144, 150, 160, 180, 192, 200, 240, 288, 300, 350, 360,
    400, 480, 600, 720, 1200, 2400
  };

  /** Relative; PNG rounds dots per metre to integers, TIFF writers round rationals. */
  private static final double DPI_TOLERANCE = 1e-3;

  /** Micrometre pixels are microscopy. */
  private static final double SMALLEST_MM = 1e-3;

  /** The coarsest radiology images (nuclear medicine) have pixels of about 10 mm. */
  private static final double LARGEST_MM = 20;

  private static final double MM_PER_INCH = 25.4;
  private static final double MAX_RATIO = 10;

  private PixelSizes() {}

  /** The grid of an image whose file gives pixels per millimetre, or an empty hint. */
  static Geometry geometry(Size size, Optional<Density> density) {
    if (density.isEmpty()) {
      return Geometry.uncalibrated(size);
    }
    Density known = density.get();
    if (known.length() && believable(known.x()) && believable(known.y())) {
      return Geometry.millimetres(size, 1 / known.x(), 1 / known.y(), 1);
    }
    double ratio = known.x() / known.y();
    if (Math.abs(ratio - 1) <= DPI_TOLERANCE) {
      return Geometry.uncalibrated(size);
    }
    return Double.isFinite(ratio) && ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO
        ? aspect(size, ratio)
        : Geometry.uncalibrated(size);
  }

  /**
   * The grid of an image that knows its pixels' shape but not their size.
   *
   * @param heightToWidth a pixel's height over its width
   */
  static Geometry aspect(Size size, double heightToWidth) {
    return new Geometry(
        size, new Vector3(1, heightToWidth, 1), Vector3.ZERO, Direction.IDENTITY, LengthUnit.PIXEL);
  }

  private static boolean believable(double perMillimetre) {
    double size = 1 / perMillimetre;
    if (!(size >= SMALLEST_MM && size <= LARGEST_MM)) {
      return false;
    }
    double dpi = perMillimetre * MM_PER_INCH;
    for (int habit : HABITUAL_DPI) {
      if (Math.abs(dpi - habit) <= DPI_TOLERANCE * habit) {
        return false;
      }
    }
    return true;
  }
}
