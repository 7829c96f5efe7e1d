package org.radcam.io;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.io.format.Density;
import org.radcam.io.format.ImageFormatException;

/**
 * What ImageJ writes of an image into a TIFF's ImageDescription: lines {@code key=value}, the first
 * {@code ImageJ=version} (written by {@code ij.io.FileSaver.getDescriptionString}).
 */
final class ImageJDescription {
  private final Map<String, String> lines = new HashMap<>();

  private ImageJDescription(String text) {
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.putIfAbsent(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
  }

  /** The description of a page; without any line where ImageJ did not write it. */
  static ImageJDescription of(TiffDirectory directory) {
    String text = directory.text(TiffDirectory.DESCRIPTION);
    return new ImageJDescription(text.startsWith("ImageJ=") ? text : "");
  }

  boolean isPresent() {
    return !lines.isEmpty();
  }

  /** A whole number of at least 1; 1 where it is absent. */
  long count(String key) throws ImageFormatException {
    try {
      return Math.max(1, Long.parseLong(lines.getOrDefault(key, "1")));
    } catch (NumberFormatException e) {
      throw TiffDirectory.damaged();
    }
  }

  OptionalDouble number(String key) throws ImageFormatException {
    String text = lines.get(key);
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw TiffDirectory.damaged();
    }
  }

  /**
   * The grid in millimetres, where ImageJ's unit is a length that we know; else the pixels' shape.
   *
   * @param x pixels per unit along a row, NaN where the file does not say
   * @param y pixels per unit down a column
   */
  Geometry geometry(Size size, double x, double y) throws ImageFormatException {
    double unit = millimetres();
    double width = unit / x;
    double height = unit / y;
    double depth = unit * Math.abs(number("spacing").orElse(1));
    if (positive(width) && positive(height) && positive(depth)) {
      return Geometry.millimetres(size, width, height, depth);
    }
    return PixelSizes.geometry(size, Optional.of(new Density(x, y, /* length= */ false)));
  }

  private static boolean positive(double length) {
    return length > 0 && Double.isFinite(length);
  }

  private double millimetres() {
    // Inches are left out: ImageJ makes them of a screen's or printer's dots per inch.
    // ImageJ writes the micro sign as \u00B5, six characters.
    return switch (lines.getOrDefault("unit", "").toLowerCase(Locale.ROOT)) {
      case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1;
      case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> 10;
      case "micron",
          "microns",
          "um",
          "µm",
          "μm",
          "\\u00b5m",
          "\\u03bcm",
          "micrometer",
          "micrometre" ->
          1e-3;
      case "nm", "nanometer", "nanometre" -> 1e-6;
      case "m", "meter", "metre" -> 1e3;
      default -> Double.NaN;
    };
  }
}
