package org.radcam.io.dicom;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.radcam.image.Geometry;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;

/** Lays the planes of a segment on an image's grid. */
final class PlanesOnGrid {
  /** Planes within a thousandth of a millimetre are at one place: files round. */
  static final double SAME_PLACE = 1e-3;

  /** How far a pixel's centre may be from a voxel's to be that voxel, in voxels. */
  private static final double SAME_VOXEL = 0.05;

  /** Slack at the edge of a slice, in mm. */
  private static final double EDGE = 1e-6;

  /** How many frames may lie side by side at one place, as tiles: each voxel asks all of them. */
  static final int MOST_TILES = 16;

  private final Geometry grid;
  private final List<SegmentPlane> planes;

  PlanesOnGrid(Geometry grid, List<SegmentPlane> planes) {
    this.grid = grid;
    this.planes = planes;
  }

  /**
   * Where every pixel is one of the grid's voxels, or would be if the grid went on; rows, columns
   * and slices may run another way. Empty where they are not the same voxels.
   *
   * @param between what the file says of the distance between its slices: where it is that of
   *     several of the grid's, they are not the same voxels even if they begin at the same places
   */
  Optional<BitSet> exact(OptionalDouble between) {
    BitSet inside = new BitSet(grid.size().voxels());
    for (SegmentPlane plane : planes) {
      Geometry own = plane.grid();
      Vector3 corner = grid.toIndex(own.toPatient(0, 0, 0));
      Vector3 alongRow = grid.toIndex(own.toPatient(1, 0, 0)).minus(corner);
      Vector3 downColumn = grid.toIndex(own.toPatient(0, 1, 0)).minus(corner);
      Vector3 first = rounded(corner);
      Vector3 row = rounded(alongRow);
      Vector3 column = rounded(downColumn);
      Vector3 normal = row.cross(column);
      int lastColumn = own.size().columns() - 1;
      int lastRow = own.size().rows() - 1;
      boolean same =
          isAxis(row)
              && isAxis(column)
              && isAxis(normal)
              && near(corner, first)
              && near(corner.plus(alongRow.times(lastColumn)), first.plus(row.times(lastColumn)))
              && near(corner.plus(downColumn.times(lastRow)), first.plus(column.times(lastRow)));
      if (!same || spansSeveral(between, normal)) {
        return Optional.empty();
      }
      copy(plane, first, row, column, inside);
    }
    return Optional.of(inside);
  }

  private boolean spansSeveral(OptionalDouble between, Vector3 normal) {
    double own =
        Math.abs(normal.x()) * grid.spacing().x()
            + Math.abs(normal.y()) * grid.spacing().y()
            + Math.abs(normal.z()) * grid.spacing().z();
    return between.isPresent() && between.getAsDouble() > 1.5 * own;
  }

  private void copy(SegmentPlane plane, Vector3 first, Vector3 row, Vector3 column, BitSet inside) {
    int columns = plane.grid().size().columns();
    for (int p = plane.inside().nextSetBit(0); p >= 0; p = plane.inside().nextSetBit(p + 1)) {
      int line = p / columns;
      Vector3 at = first.plus(row.times(p % columns)).plus(column.times(line));
      if (at.x() >= 0
          && at.y() >= 0
          && at.z() >= 0
          && at.x() < grid.size().columns()
          && at.y() < grid.size().rows()
          && at.z() < grid.size().slices()) {
        inside.set(grid.size().index((int) at.x(), (int) at.y(), (int) at.z()));
      }
    }
  }

  private static Vector3 rounded(Vector3 vector) {
    return new Vector3(Math.rint(vector.x()), Math.rint(vector.y()), Math.rint(vector.z()));
  }

  private static boolean isAxis(Vector3 step) {
    return step.dot(step) == 1;
  }

  private static boolean near(Vector3 one, Vector3 other) {
    return one.minus(other).length() < SAME_VOXEL;
  }

  /** Whether all planes lie one behind the other, so that {@link #nearest} can be said of them. */
  boolean parallel() {
    Geometry first = planes.get(0).grid();
    return planes.stream()
        .allMatch(
            plane ->
                DicomGeometry.sameOrientation(
                    Optional.of(plane.grid().direction()), first.direction()));
  }

  /**
   * The grid's voxels whose centres are in a pixel of the segment, which reaches half a slice to
   * both sides.
   *
   * @param pitch of the slices, in mm
   * @throws ImageFormatException if more than {@link #MOST_TILES} frames of different grids are at
   *     one place
   */
  BitSet nearest(double pitch) throws ImageFormatException {
    Vector3 normal = planes.get(0).grid().direction().k();
    NavigableMap<Double, Collection<SegmentPlane>> stack = stack(normal);
    int[][] box = box(normal.times(pitch / 2));
    BitSet inside = new BitSet(grid.size().voxels());
    for (int k = box[0][2]; k <= box[1][2]; k++) {
      for (int j = box[0][1]; j <= box[1][1]; j++) {
        for (int i = box[0][0]; i <= box[1][0]; i++) {
          Vector3 centre = grid.toPatient(i, j, k);
          if (at(centre, centre.dot(normal), stack, pitch / 2 + EDGE + SAME_PLACE / 2)) {
            inside.set(grid.size().index(i, j, k));
          }
        }
      }
    }
    return inside;
  }

  /**
   * By how far they lie along the normal; frames of one grid are joined, however many there are.
   */
  private NavigableMap<Double, Collection<SegmentPlane>> stack(Vector3 normal)
      throws ImageFormatException {
    Map<Double, Map<Geometry, SegmentPlane>> places = new HashMap<>();
    for (SegmentPlane plane : planes) {
      double at = Math.rint(plane.along(normal) / SAME_PLACE) * SAME_PLACE;
      Map<Geometry, SegmentPlane> tiles =
          places.computeIfAbsent(at, place -> new LinkedHashMap<>());
      tiles.merge(plane.grid(), plane, SegmentPlane::joined);
      if (tiles.size() > MOST_TILES) {
        throw new ImageFormatException(
            "The DICOM segmentation is not on the image's grid, and cannot be brought there: more"
                + " than "
                + MOST_TILES
                + " of its frames lie side by side in one slice.");
      }
    }
    NavigableMap<Double, Collection<SegmentPlane>> stack = new TreeMap<>();
    places.forEach((at, tiles) -> stack.put(at, tiles.values()));
    return stack;
  }

  private static boolean at(
      Vector3 place,
      double along,
      NavigableMap<Double, Collection<SegmentPlane>> stack,
      double reach) {
    Map.Entry<Double, Collection<SegmentPlane>> below = stack.floorEntry(along);
    Map.Entry<Double, Collection<SegmentPlane>> above = stack.ceilingEntry(along);
    boolean up =
        below == null || (above != null && above.getKey() - along < along - below.getKey());
    Map.Entry<Double, Collection<SegmentPlane>> nearest = up ? above : below;
    return Math.abs(nearest.getKey() - along) <= reach
        && nearest.getValue().stream().anyMatch(plane -> plane.contains(place));
  }

  /** The first and last voxel along each axis that may be inside. */
  private int[][] box(Vector3 halfSlice) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (SegmentPlane plane : planes) {
      for (double i : new double[] {-0.5, plane.grid().size().columns() - 0.5}) {
        for (double j : new double[] {-0.5, plane.grid().size().rows() - 0.5}) {
          for (int side = -1; side <= 1; side += 2) {
            Vector3 at = grid.toIndex(plane.grid().toPatient(i, j, 0).plus(halfSlice.times(side)));
            double[] own = {at.x(), at.y(), at.z()};
            for (int axis = 0; axis < 3; axis++) {
              low[axis] = Math.min(low[axis], own[axis]);
              high[axis] = Math.max(high[axis], own[axis]);
            }
          }
        }
      }
    }
    int[] counts = {grid.size().columns(), grid.size().rows(), grid.size().slices()};
    int[][] box = new int[2][3];
    for (int axis = 0; axis < 3; axis++) {
      box[0][axis] = (int) Math.max(0, Math.floor(low[axis]));
      box[1][axis] = (int) Math.min(counts[axis] - 1, Math.ceil(high[axis]));
    }
    return box;
  }
}
