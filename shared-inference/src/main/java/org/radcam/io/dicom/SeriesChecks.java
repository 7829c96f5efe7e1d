package org.radcam.io.dicom;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.RegularGrid;

/** Whether the images of a series are the slices of one grid; {@link SliceStack} has the rules. */
final class SeriesChecks {
  /** A cosine: two and a half degrees, which no rounding makes. */
  private static final double PARALLEL = 0.999;

  /** Millimetres, below which two slices are at one position, however thin they are. */
  private static final double LEAST_DISTANCE = 1e-3;

  /** Share of the usual distance: rounding to tenths of millimetres passes, no lost slice does. */
  private static final double GAP = 0.2;

  private static final String SEPARATE =
      " so that they are not slices of one volume: put those that belong together into a folder or"
          + " series of their own.";

  private SeriesChecks() {}

  /** Refuses images that cannot be slices of one volume, whatever their order. */
  static void alike(List<SeriesMember> members) throws ImageFormatException {
    Set<String> instances = new HashSet<>();
    Size size = members.get(0).grid().size();
    Direction direction = members.get(0).grid().direction();
    for (SeriesMember member : members) {
      Geometry grid = member.grid();
      if (grid.size().slices() > 1) {
        throw new ImageFormatException(
            "The series has several files, and one of more than one frame, which is a volume of its"
                + " own: choose one of the files.");
      }
      if (!member.placement().known()) {
        throw new ImageFormatException(
            "The series cannot be stacked, for its images do not say where they lie in the patient"
                + " (Image Position, Image Orientation, Pixel Spacing): choose a single image.");
      }
      if (!grid.size().equals(size)) {
        throw new ImageFormatException(
            "The images of the series differ in size ("
                + size
                + " and "
                + grid.size()
                + "),"
                + SEPARATE);
      }
      if (grid.direction().i().dot(direction.i()) < PARALLEL
          || grid.direction().j().dot(direction.j()) < PARALLEL) {
        throw new ImageFormatException(
            "The images of the series differ in orientation, as scouts or several views do,"
                + SEPARATE);
      }
      if (member.placement().contradicts(placement(members))) {
        throw new ImageFormatException(
            "The images of the series are in differing frames of reference (the patient was"
                + " positioned anew between them),"
                + SEPARATE);
      }
      if (!member.instance().isEmpty() && !instances.add(member.instance())) {
        throw new ImageFormatException(
            "The same image is there more than once (two files have one SOP Instance UID):"
                + " take out the copies.");
      }
    }
  }

  /** Where a series lies: as its first image that names a frame of reference says. */
  static Placement placement(List<SeriesMember> members) {
    return members.stream()
        .map(SeriesMember::placement)
        .filter(placement -> placement.frameOfReference().isPresent())
        .findFirst()
        .orElse(members.get(0).placement());
  }

  /**
   * Refuses several slices at one position, and gaps.
   *
   * @param depths millimetres along the normal, sorted
   */
  static void evenlySpaced(double[] depths, Vector3 normal) throws ImageFormatException {
    double[] distances = new double[depths.length - 1];
    for (int k = 0; k < distances.length; k++) {
      distances[k] = depths[k + 1] - depths[k];
    }
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    if (sorted[0] < Math.max(LEAST_DISTANCE, RegularGrid.MOST_MOVED * usual)) {
      throw new ImageFormatException(
          "Several images of the series lie at the same position: they are time points, echoes or"
              + " directions, and which of them is meant cannot be known. Put those of one volume"
              + " into a folder or series of their own.");
    }
    for (int k = 0; k < distances.length; k++) {
      if (Math.abs(distances[k] - usual) > GAP * usual) {
        throw new ImageFormatException(
            String.format(
                Locale.ROOT,
                "The distances between the series' slices differ: %.4g mm between slices %d and %d"
                    + " of %d, counted from the patient's %s, and %.4g mm elsewhere. Images are"
                    + " missing, or two scans are mixed.",
                distances[k],
                k + 1,
                k + 2,
                depths.length,
                firstSide(normal),
                usual));
      }
    }
  }

  /** The side of the patient that slices along a normal begin at. */
  private static String firstSide(Vector3 normal) {
    double x = Math.abs(normal.x());
    double y = Math.abs(normal.y());
    double z = Math.abs(normal.z());
    if (z >= x && z >= y) {
      return normal.z() > 0 ? "feet" : "head";
    }
    if (y >= x) {
      return normal.y() > 0 ? "front" : "back";
    }
    return normal.x() > 0 ? "right" : "left";
  }

  /** Refuses a slice that does not lie where the whole grid has its slice {@code k}. */
  static void inPlace(Geometry grid, int k, Geometry slice) throws ImageFormatException {
    Vector3 corner = grid.toIndex(slice.toPatient(0, 0, 0));
    if (differ(corner.z(), k)) {
      throw new ImageFormatException(
          "The distances between the series' slices differ a little from slice to slice, so that"
              + " they make no regular grid: resample the series first.");
    }
    if (differ(corner.x(), 0) || differ(corner.y(), 0)) {
      throw new ImageFormatException(
          String.format(
              Locale.ROOT,
              "The series' slices are displaced sideways, slice %d of %d by %.3g mm, as a tilted"
                  + " gantry makes them, and RadCAM reads grids with right angles only: resample"
                  + " the series first.",
              k + 1,
              grid.size().slices(),
              Math.hypot(corner.x() * grid.spacing().x(), corner.y() * grid.spacing().y())));
    }
    int right = slice.size().columns() - 1;
    int bottom = slice.size().rows() - 1;
    Vector3 end = grid.toIndex(slice.toPatient(right, bottom, 0));
    if (differ(end.x(), right) || differ(end.y(), bottom) || differ(end.z(), k)) {
      throw new ImageFormatException(
          "The images of the series differ in the size of their pixels or a little in orientation,"
              + SEPARATE);
    }
  }

  private static boolean differ(double index, double expected) {
    return !(Math.abs(index - expected) <= RegularGrid.MOST_MOVED);
  }
}
