package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * The grid of a whole stack, and where it lies in the patient.
 *
 * <ul>
 *   <li>What Open Volume left in the slices' labels comes first ({@link LabelledPlace}), then the
 *       DICOM headers there ({@link HeaderPlace}).
 *   <li>An image that was cropped, scaled or given another pixel size since is no longer where its
 *       headers say: only its calibration counts, and {@link #doubt} says so. What leaves no trace
 *       (flips, rotations) cannot be seen.
 *   <li>Otherwise the calibration gives the size of the voxels, and their place is unknown.
 * </ul>
 *
 * @param grid of all slices
 * @param placement whether the grid's place in the patient is known
 * @param doubt why a place that was known once is no longer; empty where all is well
 */
record StackPlace(Geometry grid, Placement placement, Optional<String> doubt) {
  /** Of a pixel size, relative: ImageJ and its users round it. */
  private static final double TOLERANCE = 1e-3;

  /**
   * The place of a stack.
   *
   * @param headers of all slices
   */
  static StackPlace of(ImagePlus image, List<DicomHeader> headers) {
    Size size = new Size(image.getWidth(), image.getHeight(), image.getStackSize());
    Optional<StackPlace> opened = LabelledPlace.of(image, size, headers);
    if (opened.isPresent()) {
      return opened.get();
    }
    return headers.stream().anyMatch(SliceGrid::isThere)
        ? HeaderPlace.of(image, size, headers)
        : unknown(image, size, Optional.empty());
  }

  /** The place of an image of which only the calibration counts. */
  static StackPlace unknown(ImagePlus image, Size size, Optional<String> doubt) {
    return new StackPlace(PixelSpacing.of(image.getCalibration(), size), Placement.UNKNOWN, doubt);
  }

  /** The same of an image that was placed until something was done to it. */
  static StackPlace lost(ImagePlus image, Size size, String how) {
    return unknown(
        image,
        size,
        Optional.of(
            "'"
                + image.getTitle()
                + "' was "
                + how
                + " since it was opened, so that its place in the patient is no longer known."));
  }

  /** The slices of a grid from {@code first} on in steps, which may be backwards. */
  static Geometry part(Geometry whole, Size size, int first, int step) {
    if (first == 0 && step == 1 && whole.size().equals(size)) {
      return whole;
    }
    Vector3 spacing = whole.spacing();
    Direction axes = whole.direction();
    return new Geometry(
        size,
        new Vector3(spacing.x(), spacing.y(), spacing.z() * Math.abs(step)),
        whole.toPatient(0, 0, first),
        step > 0 ? axes : new Direction(axes.i(), axes.j(), axes.k().times(-1)),
        whole.unit());
  }

  /** Whether the user has given the image another pixel size than it was opened with. */
  static boolean recalibrated(ImagePlus image, Vector3 spacing) {
    return PixelSpacing.millimetresOf(image.getCalibration())
        .map(size -> differ(size[0], spacing.x()) || differ(size[1], spacing.y()))
        .orElse(false);
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > TOLERANCE * other;
  }
}
