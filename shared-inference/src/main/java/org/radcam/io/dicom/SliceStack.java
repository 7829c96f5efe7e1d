package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.RegularGrid;

/**
 * The images of one series as the slices of one regular grid.
 *
 * <ul>
 *   <li>Slices are sorted by Image Position along the normal of the image plane (rows x columns of
 *       Image Orientation), never by file name or instance number, and the third axis is that
 *       normal.
 *   <li>Refused: an image that does not say where it lies; images of differing numbers of rows or
 *       columns, pixel sizes, orientations or frames of reference; a file of several frames beside
 *       others.
 *   <li>Refused: several images at the same position (time points, echoes, directions, or copies).
 *   <li>Refused: distances between slices that differ (an image is missing, or the series mixes two
 *       scans).
 *   <li>Refused: slices that are displaced sideways (gantry tilt), for that grid is oblique.
 *   <li>What differs is measured on the regular grid between the first and the last slice: no
 *       corner of an image may lie farther than {@link RegularGrid#MOST_MOVED} voxels, along any
 *       axis, from where that grid has it. Less comes from rounding in the files.
 *   <li>A single image is its own grid, of one frame or more.
 * </ul>
 *
 * @param grid the whole grid
 * @param placement whether it is a place in the patient
 * @param order which of the given images is the first slice, the second, ...
 */
public record SliceStack(Geometry grid, Placement placement, List<Integer> order) {

  public SliceStack {
    order = List.copyOf(order);
  }

  /**
   * Stacks images.
   *
   * @param members the images of one series, at least one, in any order
   */
  public static SliceStack of(List<SeriesMember> members) throws ImageFormatException {
    if (members.size() == 1) {
      return new SliceStack(members.get(0).grid(), members.get(0).placement(), List.of(0));
    }
    SeriesChecks.alike(members);
    Direction direction =
        Direction.ofPlane(
            members.get(0).grid().direction().i(), members.get(0).grid().direction().j());
    double[] depths =
        members.stream().mapToDouble(one -> one.grid().origin().dot(direction.k())).toArray();
    List<Integer> order = new ArrayList<>(IntStream.range(0, members.size()).boxed().toList());
    order.sort(Comparator.comparingDouble(index -> depths[index]));
    double[] sorted = order.stream().mapToDouble(index -> depths[index]).toArray();
    SeriesChecks.evenlySpaced(sorted, direction.k());

    int slices = sorted.length;
    Geometry first = members.get(order.get(0)).grid();
    double step = (sorted[slices - 1] - sorted[0]) / (slices - 1);
    Size size =
        ImageLimits.check(
            first.size().columns(), first.size().rows(), slices, /* bytesPerVoxel= */ 0);
    Vector3 spacing = new Vector3(first.spacing().x(), first.spacing().y(), step);
    Geometry grid = new Geometry(size, spacing, first.origin(), direction, first.unit());
    for (int k = 0; k < slices; k++) {
      SeriesChecks.inPlace(grid, k, members.get(order.get(k)).grid());
    }
    return new SliceStack(grid, SeriesChecks.placement(members), order);
  }
}
