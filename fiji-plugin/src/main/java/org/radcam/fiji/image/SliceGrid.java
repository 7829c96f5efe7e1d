package org.radcam.fiji.image;

import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.dicom.SeriesMember;

/**
 * Where the DICOM header of one slice says that it lies in the patient, by the rules of the
 * library's own reader.
 */
final class SliceGrid {
  private SliceGrid() {}

  /** Whether a header says anything of a place. */
  static boolean isThere(DicomHeader header) {
    return header.text(DicomHeader.IMAGE_POSITION).isPresent()
        || header.has(DicomHeader.FRAME_GROUPS);
  }

  /** Whether the header's image had as many rows and columns; true where it does not say. */
  static boolean hasSize(DicomHeader header, int columns, int rows) {
    return header.number(DicomHeader.COLUMNS).orElse(columns) == columns
        && header.number(DicomHeader.ROWS).orElse(rows) == rows;
  }

  /** Spacing along rows and down columns, in millimetres; empty where the header lacks it. */
  static Optional<double[]> spacing(DicomHeader header) {
    // DICOM writes the spacing between rows first.
    return header
        .numbers(DicomHeader.PIXEL_SPACING, 2)
        .filter(pair -> pair[0] > 0 && pair[1] > 0)
        .map(pair -> new double[] {pair[1], pair[0]});
  }

  /** The slice as a member of its series; not placed where the header does not say all of it. */
  static SeriesMember member(DicomHeader header, Size slice) {
    Optional<Geometry> grid = of(header, slice);
    return new SeriesMember(
        header.text(DicomHeader.SERIES_INSTANCE).orElse(""),
        header.text(DicomHeader.SOP_INSTANCE).orElse(""),
        header.text(DicomHeader.MODALITY).orElse(""),
        grid.orElseGet(() -> Geometry.uncalibrated(slice)),
        grid.isPresent() ? placement(header) : Placement.UNKNOWN);
  }

  /** The place of an image whose header says where it lies. */
  static Placement placement(DicomHeader header) {
    return new Placement(true, header.text(DicomHeader.FRAME_OF_REFERENCE));
  }

  /** The grid of one slice, or of evenly stacked slices of one header. */
  static Optional<Geometry> of(DicomHeader header, Size size) {
    Optional<double[]> spacing = spacing(header);
    Optional<double[]> position = header.numbers(DicomHeader.IMAGE_POSITION, 3);
    Optional<Direction> direction =
        header.numbers(DicomHeader.IMAGE_ORIENTATION, 6).flatMap(SliceGrid::direction);
    if (spacing.isEmpty() || position.isEmpty() || direction.isEmpty()) {
      return Optional.empty();
    }
    double[] p = position.get();
    return Optional.of(
        new Geometry(
            size,
            new Vector3(spacing.get()[0], spacing.get()[1], depth(header, size.slices() == 1)),
            new Vector3(p[0], p[1], p[2]),
            direction.get(),
            LengthUnit.MILLIMETRE));
  }

  private static Optional<Direction> direction(double[] c) {
    try {
      return Optional.of(
          Direction.ofPlane(new Vector3(c[0], c[1], c[2]), new Vector3(c[3], c[4], c[5])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A single slice is as deep as it is thick. */
  private static double depth(DicomHeader header, boolean single) {
    double thickness = header.number(DicomHeader.SLICE_THICKNESS).orElse(0);
    double between = header.number(DicomHeader.SPACING_BETWEEN_SLICES).orElse(0);
    double first = single ? thickness : between;
    double second = single ? between : thickness;
    return first > 0 ? first : second > 0 ? second : 1;
  }
}
