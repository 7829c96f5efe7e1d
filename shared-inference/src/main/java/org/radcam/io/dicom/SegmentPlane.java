package org.radcam.io.dicom;

import java.util.BitSet;
import org.radcam.image.Geometry;
import org.radcam.image.Vector3;

/**
 * What one frame of a segmentation says of a segment.
 *
 * @param grid of the frame, one slice
 * @param placed whether that is its place in the patient
 * @param inside a set bit for each pixel of the segment, row by row
 */
record SegmentPlane(Geometry grid, boolean placed, BitSet inside) {

  /** Whether the segment is at a place of the patient, in the plane: the pixel that holds it. */
  boolean contains(Vector3 patient) {
    Vector3 at = grid.toIndex(patient);
    double i = Math.floor(at.x() + 0.5);
    double j = Math.floor(at.y() + 0.5);
    return i >= 0
        && i < grid.size().columns()
        && j >= 0
        && j < grid.size().rows()
        && inside.get(grid.size().index((int) i, (int) j, 0));
  }

  /** What either of two frames of one grid says. */
  SegmentPlane joined(SegmentPlane other) {
    BitSet either = (BitSet) inside.clone();
    either.or(other.inside);
    return new SegmentPlane(grid, placed, either);
  }

  /** How far along a direction its first pixel lies, in mm. */
  double along(Vector3 normal) {
    return grid.origin().dot(normal);
  }
}
