package org.radcam.fiji.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * The line in a slice's label that keeps the grid of the volume which the slice was opened with.
 *
 * <p>ImageJ has no place for a volume's geometry, but it carries the labels of slices along when
 * slices are duplicated, reordered, reversed or deleted, and saves them in TIFF files: what became
 * of the volume can be told from them. Numbers are written so that they are read back as they were.
 *
 * @param grid of the whole volume
 * @param slice which slice of it this is, from 0
 * @param placed whether the grid's place in the patient is known
 */
record GridLabel(Geometry grid, int slice, boolean placed) {
  private static final String START = "RadCAM grid: ";
  private static final String NUMBER = "([-+0-9.eE]+)";
  private static final Pattern LINE =
      Pattern.compile(
          START
              + "slice (\\d{1,9}) of (\\d{1,9}) x (\\d{1,9}) x (\\d{1,9}), (mm|px), (placed|not placed),"
              + " spacing"
              + vector()
              + ", origin"
              + vector()
              + ", i"
              + vector()
              + ", j"
              + vector()
              + ", k"
              + vector());

  private static String vector() {
    return (" " + NUMBER).repeat(3);
  }

  /** The line, without an end. */
  String line() {
    Size size = grid.size();
    return START
        + "slice "
        + (slice + 1)
        + " of "
        + size.columns()
        + " x "
        + size.rows()
        + " x "
        + size.slices()
        + ", "
        + grid.unit().symbol()
        + (placed ? ", placed" : ", not placed")
        + ", spacing"
        + words(grid.spacing())
        + ", origin"
        + words(grid.origin())
        + ", i"
        + words(grid.direction().i())
        + ", j"
        + words(grid.direction().j())
        + ", k"
        + words(grid.direction().k());
  }

  private static String words(Vector3 vector) {
    return Stream.of(vector.x(), vector.y(), vector.z())
        .map(number -> " " + number)
        .collect(Collectors.joining());
  }

  /** The line in a label; empty where there is none, or none that can be understood. */
  static Optional<GridLabel> of(String label) {
    try {
      return label
          .lines()
          .filter(line -> line.startsWith(START))
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .findFirst()
          .map(GridLabel::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // numbers of no grid
    }
  }

  private static GridLabel of(Matcher line) {
    Size size = new Size(integer(line, 2), integer(line, 3), integer(line, 4));
    Geometry grid =
        new Geometry(
            size,
            vector(line, 7),
            vector(line, 10),
            new Direction(vector(line, 13), vector(line, 16), vector(line, 19)),
            line.group(5).equals("mm") ? LengthUnit.MILLIMETRE : LengthUnit.PIXEL);
    return new GridLabel(grid, integer(line, 1) - 1, line.group(6).equals("placed"));
  }

  private static int integer(Matcher line, int group) {
    return Integer.parseInt(line.group(group));
  }

  private static Vector3 vector(Matcher line, int group) {
    return new Vector3(
        Double.parseDouble(line.group(group)),
        Double.parseDouble(line.group(group + 1)),
        Double.parseDouble(line.group(group + 2)));
  }
}
