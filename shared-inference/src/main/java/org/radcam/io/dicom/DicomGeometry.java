package org.radcam.io.dicom;

import java.util.List;
import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;

/**
 * Where a DICOM image lies in patient space.
 *
 * <ul>
 *   <li>Within the plane: Pixel Spacing, else Imager Pixel Spacing (projection X-ray, at the
 *       detector), else Nominal Scanned Pixel Spacing (digitised film). DICOM writes the spacing
 *       between rows (along j) first, that between columns (along i) second. Zeros mean "unknown".
 *   <li>Without any of them the unit is the pixel, and Pixel Aspect Ratio (height, width) gives the
 *       pixel's shape.
 *   <li>Between slices: the step between the frames' positions, else Spacing Between Slices, else
 *       Slice Thickness, else 1; for a single slice the thickness comes first, as its extent.
 *   <li>Frames that do not lie evenly one behind the other (time points, a tumbling view) are
 *       slices without a place in the patient: origin zero, axes along those of the image.
 * </ul>
 */
final class DicomGeometry {
  /** Positions are rounded in files; a gap of a lost slice is far larger. */
  private static final double STEP_TOLERANCE = 0.02;

  private final DicomHeader header;
  private final Size size;
  private final List<DicomHeader> frames;

  private DicomGeometry(DicomHeader header, FunctionalGroups groups, Size size) {
    this.header = header;
    this.size = size;
    this.frames = groups.frames();
  }

  /**
   * A grid and whether it is a place in the patient.
   *
   * @param grid of the image
   * @param placement known where the grid has the image's own position, orientation and Pixel
   *     Spacing (that of a projection's detector is no place in the patient)
   */
  record Placed(Geometry grid, Placement placement) {}

  /** The grid of an image, from its flattened header. */
  static Placed of(DicomHeader header, FunctionalGroups groups, Size size)
      throws ImageFormatException {
    return new DicomGeometry(header, groups, size).geometry();
  }

  private Placed placed(Geometry grid) {
    return new Placed(
        grid,
        header.value(Tag.PIXEL_SPACING).isEmpty()
            ? Placement.UNKNOWN
            : header.text(Tag.FRAME_OF_REFERENCE).map(Placement::in).orElse(Placement.KNOWN));
  }

  private static Placed unplaced(Geometry grid) {
    return new Placed(grid, Placement.UNKNOWN);
  }

  private Placed geometry() throws ImageFormatException {
    Optional<double[]> plane = spacing(Tag.PIXEL_SPACING);
    if (plane.isEmpty()) {
      plane = spacing(Tag.IMAGER_PIXEL_SPACING);
    }
    if (plane.isEmpty()) {
      plane = spacing(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
    }
    if (plane.isEmpty()) {
      Optional<double[]> aspect = spacing(Tag.PIXEL_ASPECT_RATIO);
      double shape = aspect.isEmpty() ? 1 : aspect.get()[0] / aspect.get()[1];
      Vector3 spacing = new Vector3(1, shape, 1);
      return unplaced(
          new Geometry(size, spacing, Vector3.ZERO, Direction.IDENTITY, LengthUnit.PIXEL));
    }
    double rows = plane.get()[0];
    double columns = plane.get()[1];
    Optional<Vector3> origin = position(header);
    Optional<Direction> direction = orientation(header);
    if (size.slices() > 1) {
      Optional<Vector3> step = step(direction);
      if (step.isPresent()) {
        Direction slices =
            new Direction(direction.get().i(), direction.get().j(), step.get().unit());
        Vector3 spacing = new Vector3(columns, rows, step.get().length());
        return placed(new Geometry(size, spacing, origin.get(), slices, LengthUnit.MILLIMETRE));
      }
      boolean stacked = frames.size() != size.slices() && between().isPresent();
      if (!stacked) {
        origin = Optional.empty();
        direction = Optional.empty();
      }
    }
    Geometry grid =
        new Geometry(
            size,
            new Vector3(columns, rows, slice()),
            origin.orElse(Vector3.ZERO),
            direction.orElse(Direction.IDENTITY),
            LengthUnit.MILLIMETRE);
    return origin.isPresent() && direction.isPresent() ? placed(grid) : unplaced(grid);
  }

  /** Two positive numbers; empty where absent or zero. */
  private Optional<double[]> spacing(Tag tag) throws ImageFormatException {
    Optional<double[]> pair = header.decimals(tag, 2);
    if (pair.isEmpty() || (pair.get()[0] == 0 && pair.get()[1] == 0)) {
      return Optional.empty();
    }
    if (!(pair.get()[0] > 0 && pair.get()[1] > 0)) {
      throw DicomHeader.malformed(tag);
    }
    return pair;
  }

  private double slice() throws ImageFormatException {
    Optional<Double> thickness = positive(Tag.SLICE_THICKNESS);
    Optional<Double> between = between();
    return size.slices() == 1
        ? thickness.or(() -> between).orElse(1.0)
        : between.or(() -> thickness).orElse(1.0);
  }

  private Optional<Double> between() throws ImageFormatException {
    return positive(Tag.SPACING_BETWEEN_SLICES);
  }

  private Optional<Double> positive(Tag tag) throws ImageFormatException {
    double value = header.decimal(tag).orElse(0);
    return value > 0 ? Optional.of(value) : Optional.empty();
  }

  /** Image Position (Patient) of an image or a frame. */
  static Optional<Vector3> position(DicomHeader of) throws ImageFormatException {
    return of.decimals(Tag.IMAGE_POSITION, 3).map(p -> new Vector3(p[0], p[1], p[2]));
  }

  /** Image Orientation (Patient) of an image or a frame, with the plane's normal. */
  static Optional<Direction> orientation(DicomHeader of) throws ImageFormatException {
    Optional<double[]> cosines = of.decimals(Tag.IMAGE_ORIENTATION, 6);
    if (cosines.isEmpty()) {
      return Optional.empty();
    }
    double[] c = cosines.get();
    try {
      return Optional.of(
          Direction.ofPlane(new Vector3(c[0], c[1], c[2]), new Vector3(c[3], c[4], c[5])));
    } catch (IllegalArgumentException e) {
      throw DicomHeader.malformed(Tag.IMAGE_ORIENTATION);
    }
  }

  /** From one frame to the next, where all frames are one regular stack. */
  private Optional<Vector3> step(Optional<Direction> direction) throws ImageFormatException {
    if (direction.isEmpty() || frames.size() != size.slices()) {
      return Optional.empty();
    }
    Optional<Vector3> first = position(frames.get(0));
    Optional<Vector3> second = position(frames.get(1));
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Vector3 normal = direction.get().k();
    Vector3 step = normal.times(second.get().minus(first.get()).dot(normal));
    double tolerance = STEP_TOLERANCE * step.length();
    if (tolerance == 0) {
      return Optional.empty();
    }
    for (int k = 0; k < frames.size(); k++) {
      Optional<Vector3> position = position(frames.get(k));
      Vector3 expected = first.get().plus(step.times(k));
      if (position.isEmpty()
          || position.get().minus(expected).length() > tolerance * Math.max(1, k)
          || !sameOrientation(orientation(frames.get(k)), direction.get())) {
        return Optional.empty();
      }
    }
    return Optional.of(step);
  }

  static boolean sameOrientation(Optional<Direction> one, Direction other) {
    return one.isEmpty()
        || (one.get().i().minus(other.i()).length() < 1e-3
            && one.get().j().minus(other.j()).length() < 1e-3);
  }
}
