package org.radcam.io.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.RegularGrid;
import org.radcam.io.format.SampleType;

/**
 * An NRRD volume's axes: how long, and where in patient space.
 *
 * <ul>
 *   <li>Axes with a space direction are the volume's, unless their kind says otherwise; one without
 *       ({@code none}: channels, time points), or a fourth one, must have length 1.
 *   <li>The spaces LPS, RAS and LAS are patient space; a space origin is the centre of the first
 *       voxel. A shear is refused ({@link RegularGrid}).
 *   <li>In another space, or without one, the volume has spacing but no place: origin zero, axes
 *       along those of the image.
 *   <li>A space without units means millimetres, as other readers take it. A file without a space
 *       and without units, or with an unknown spacing, means pixels.
 *   <li>A single slice in space without a third axis is 1 thick.
 * </ul>
 */
final class NrrdAxes {
  private final NrrdHeader header;
  private final long[] lengths;
  private final List<Integer> spatial = new ArrayList<>();
  private final List<Vector3> steps = new ArrayList<>();
  private final boolean placed;
  private boolean unknown;

  /**
   * The axes that a header describes.
   *
   * @throws IllegalArgumentException where a number is beyond all bounds
   */
  NrrdAxes(NrrdHeader header) throws ImageFormatException {
    this.header = header;
    this.lengths = header.counts("sizes");
    if (lengths.length != header.counts("dimension")[0]) {
      throw NrrdHeader.malformed("the fields 'dimension' and 'sizes', which contradict");
    }
    Optional<Vector3> signs = signs();
    Optional<String> directions = header.text("spacedirections");
    this.placed = signs.isPresent() && directions.isPresent();
    if (directions.isPresent()) {
      directions(directions.get(), signs.orElse(new Vector3(1, 1, 1)));
    } else {
      spacings();
    }
    for (int axis = 0; axis < lengths.length; axis++) {
      boolean dropped = !spatial.contains(axis) || spatial.indexOf(axis) >= 3;
      if (dropped && lengths[axis] != 1) {
        throw new ImageFormatException(
            "The NRRD file holds "
                + lengths[axis]
                + " values for each voxel (channels, directions or time points), and which of them"
                + " is meant cannot be known: save the one as a file of its own.");
      }
    }
  }

  /** What to multiply coordinates with to come to LPS; empty where the space is not the patient. */
  private Optional<Vector3> signs() {
    return switch (header.text("space").orElse("").toLowerCase(Locale.ROOT)) {
      case "left-posterior-superior", "lps" -> Optional.of(new Vector3(1, 1, 1));
      case "right-anterior-superior", "ras" -> Optional.of(new Vector3(-1, -1, 1));
      case "left-anterior-superior", "las" -> Optional.of(new Vector3(1, -1, 1));
      default -> Optional.empty();
    };
  }

  private void directions(String text, Vector3 signs) throws ImageFormatException {
    String[] words = text.replaceAll("\\s*,\\s*", ",").split("\\s+", -1);
    if (words.length != lengths.length) {
      throw NrrdHeader.malformed("the field 'space directions'");
    }
    for (int axis = 0; axis < words.length; axis++) {
      if (isDomain(axis)
          && words[axis].startsWith("(")
          && !words[axis].toLowerCase(Locale.ROOT).contains("nan")) {
        spatial.add(axis);
        steps.add(vector(words[axis], "spacedirections", signs));
      }
    }
  }

  private void spacings() throws ImageFormatException {
    Optional<String> text = header.text("spacings");
    String[] words = text.isEmpty() ? new String[0] : text.get().split("\\s+", -1);
    if (words.length != 0 && words.length != lengths.length) {
      throw NrrdHeader.malformed("the field 'spacings'");
    }
    for (int axis = 0; axis < lengths.length; axis++) {
      if (!isDomain(axis)) {
        continue;
      }
      double spacing = words.length == 0 ? 1 : NrrdHeader.number(words[axis], "spacings");
      if (Double.isNaN(spacing)) {
        spacing = 1;
        unknown |= lengths[axis] > 1;
      }
      int at = spatial.size();
      steps.add(new Vector3(at == 0 ? spacing : 0, at == 1 ? spacing : 0, at > 1 ? spacing : 0));
      spatial.add(axis);
    }
  }

  /** Whether an axis is one of the grid, and not one of colours, vectors, time points ... */
  private boolean isDomain(int axis) {
    String[] kinds = header.text("kinds").orElse("").toLowerCase(Locale.ROOT).split("\\s+", -1);
    return axis >= kinds.length
        || List.of("", "domain", "space", "none", "???").contains(kinds[axis]);
  }

  private static Vector3 vector(String word, String field, Vector3 signs)
      throws ImageFormatException {
    String[] parts = word.replaceAll("[()\\s]", "").split(",", -1);
    if (parts.length < 2 || parts.length > 3 || !word.startsWith("(")) {
      throw NrrdHeader.malformed("the field '" + field + "', which has no vectors");
    }
    double[] values = new double[3];
    for (int i = 0; i < parts.length; i++) {
      values[i] = NrrdHeader.number(parts[i], field);
    }
    return new Vector3(signs.x() * values[0], signs.y() * values[1], signs.z() * values[2]);
  }

  /** Whether the file says where in the patient its voxels are. */
  boolean placed() {
    return placed;
  }

  /** The volume's size, which may be read. */
  Size size(SampleType type) throws ImageFormatException {
    return ImageLimits.check(length(0), length(1), length(2), type.bytes());
  }

  private long length(int axis) {
    return axis < spatial.size() ? lengths[spatial.get(axis)] : 1;
  }

  /**
   * The volume's grid.
   *
   * @throws IllegalArgumentException where an axis has no length, or one beyond all bounds
   */
  Geometry geometry(Size size) throws ImageFormatException {
    Optional<Double> unit = millimetres();
    double mm = unit.orElse(1.0);
    Vector3 i = step(0, new Vector3(1, 0, 0)).times(mm);
    Vector3 j = step(1, new Vector3(0, 1, 0)).times(mm);
    Vector3 k = steps.size() > 2 ? steps.get(2).times(mm) : i.cross(j).unit();
    if (placed) {
      Vector3 origin =
          vector(header.required("spaceorigin"), "spaceorigin", signs().orElseThrow()).times(mm);
      return RegularGrid.of(size, origin, i, j, k).orElseThrow(NrrdAxes::sheared);
    }
    LengthUnit length = unit.isPresent() && !unknown ? LengthUnit.MILLIMETRE : LengthUnit.PIXEL;
    Vector3 spacing = new Vector3(i.length(), j.length(), k.length());
    return new Geometry(size, spacing, Vector3.ZERO, Direction.IDENTITY, length);
  }

  private Vector3 step(int axis, Vector3 absent) {
    return axis < steps.size() ? steps.get(axis) : absent;
  }

  /** Of the first axis; that units differ between axes does not happen in patient space. */
  private Optional<Double> millimetres() throws ImageFormatException {
    Optional<String> units = header.text("spaceunits").or(() -> header.text("units"));
    if (units.isEmpty()) {
      return placed ? Optional.of(1.0) : Optional.empty();
    }
    String[] words = units.get().replace("\"", " ").strip().split("\\s+", -1);
    String first = words[0];
    for (int i = 1; i < Math.min(words.length, 3); i++) {
      if (!words[i].equals(first)) {
        throw NrrdHeader.malformed("its units, which differ between axes");
      }
    }
    return switch (first.toLowerCase(Locale.ROOT)) {
      case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> Optional.of(1.0);
      case "cm" -> Optional.of(10.0);
      case "m" -> Optional.of(1e3);
      case "um", "\u00b5m", "micron", "microns", "\u00c2\u00b5m" -> Optional.of(1e-3);
      default -> Optional.empty();
    };
  }

  private static ImageFormatException sheared() {
    return new ImageFormatException(
        "The NRRD volume's axes are not at right angles (its space directions hold a shear), and"
            + " RadCAM reads regular grids only: resample it first.");
  }
}
