package org.radcam.fiji.heat;

import java.awt.Rectangle;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.radcam.classify.HeatMap;
import org.radcam.image.Geometry;
import org.radcam.image.Resampler;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * A heat map's values on an image, slice by slice. What is kept is the network's coarse map; a
 * slice is interpolated when somebody looks at it. On a volume of 200 slices that is kilobytes
 * instead of hundreds of megabytes for every lesion, stage and sequence.
 *
 * <p>A map that is no plain interpolation of its raw values, such as the mean of several networks',
 * is kept whole.
 */
final class SlicedMap {
  private final Geometry grid;
  private final Volume raw;
  private final Geometry seen;
  private final IntFunction<float[]> interpolation;

  /** Largest finite value of each slice; NaN where the network did not look. */
  private final float[] peaks;

  /** Holds every pixel, of any slice, that the network looked at. */
  private final Rectangle area;

  private SoftReference<Slice> last = new SoftReference<>(null);

  /** Values of a slice, row by row. */
  private record Slice(int index, float[] values) {}

  /**
   * @param interpolation values of a slice; it is kept, and must not hold on to a whole map
   * @param values the same, perhaps from a map that is there for now
   */
  private SlicedMap(
      HeatMap map,
      Geometry grid,
      IntFunction<float[]> interpolation,
      IntFunction<float[]> values,
      Box box) {
    this.grid = grid;
    this.raw = map.raw();
    this.seen = map.seen();
    this.interpolation = interpolation;
    this.area = box.area();
    this.peaks = new float[grid.size().slices()];
    Arrays.fill(peaks, Float.NaN);
    for (int k = box.first(); k <= box.last(); k++) {
      peaks[k] = peak(values.apply(k));
    }
  }

  /**
   * A map on a grid of the same patient space.
   *
   * @param grid the one that it is on, or another
   */
  static SlicedMap of(HeatMap map, Geometry grid) {
    if (isInterpolated(map)) {
      Volume coarse = map.raw();
      Geometry covered = map.seen();
      Volume there = map.onSource();
      IntFunction<float[]> slices = k -> Resampler.slice(coarse, grid, covered, Float.NaN, k);
      return new SlicedMap(
          map,
          grid,
          slices,
          there.geometry().equals(grid) ? k -> there.slice(k).voxels() : slices,
          Box.of(covered, grid));
    }
    Volume whole = map.on(grid).onSource();
    IntFunction<float[]> slices = k -> whole.slice(k).voxels();
    return new SlicedMap(map, grid, slices, slices, Box.whole(grid.size()));
  }

  /** Looked at in the slices at both ends and in the middle: a mean differs in all of them. */
  private static boolean isInterpolated(HeatMap map) {
    Geometry source = map.onSource().geometry();
    Box box = Box.of(map.seen(), source);
    int[] slices = {box.first(), (box.first() + box.last()) / 2, box.last()};
    return Arrays.stream(slices)
        .filter(k -> k >= 0 && k < source.size().slices())
        .allMatch(
            k ->
                Arrays.equals(
                    map.onSource().slice(k).voxels(),
                    Resampler.slice(map.raw(), source, map.seen(), Float.NaN, k)));
  }

  private static float peak(float[] values) {
    float peak = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (value > peak && value < Float.POSITIVE_INFINITY) {
        peak = value;
      }
    }
    return peak == Float.NEGATIVE_INFINITY ? Float.NaN : peak;
  }

  /** Whether this is the same network's same map on the same grid. */
  boolean isSameAs(SlicedMap other) {
    return Arrays.equals(raw.voxels(), other.raw.voxels())
        && raw.geometry().equals(other.raw.geometry())
        && seen.equals(other.seen)
        && grid.equals(other.grid);
  }

  Geometry grid() {
    return grid;
  }

  Rectangle area() {
    return new Rectangle(area);
  }

  /** Largest value of a slice, from 0; NaN where there is none. */
  float peak(int k) {
    return peaks[k];
  }

  /** Largest value of all; NaN where there is none. */
  float peak() {
    return peak(peaks);
  }

  /** The raw values of a slice, from 0, in logit units; not to be changed. */
  float[] values(int k) {
    Slice slice = last.get();
    if (slice == null || slice.index() != k) {
      slice = new Slice(k, interpolation.apply(k));
      last = new SoftReference<>(slice);
    }
    return slice.values();
  }

  /**
   * Voxels of a grid that another one can reach.
   *
   * @param area of every slice
   * @param first slice, from 0
   * @param last slice; before the first where there is none
   */
  private record Box(Rectangle area, int first, int last) {
    static Box whole(Size size) {
      return new Box(new Rectangle(size.columns(), size.rows()), 0, size.slices() - 1);
    }

    /** By the corners of what is reached, and a voxel more for rounding. */
    static Box of(Geometry reached, Geometry grid) {
      double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
      double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
      Size size = reached.size();
      for (int corner = 0; corner < 8; corner++) {
        Vector3 at =
            grid.toIndex(
                reached.toPatient(
                    (corner & 1) == 0 ? -0.5 : size.columns() - 0.5,
                    (corner & 2) == 0 ? -0.5 : size.rows() - 0.5,
                    (corner & 4) == 0 ? -0.5 : size.slices() - 0.5));
        double[] index = {at.x(), at.y(), at.z()};
        for (int axis = 0; axis < 3; axis++) {
          low[axis] = Math.min(low[axis], index[axis]);
          high[axis] = Math.max(high[axis], index[axis]);
        }
      }
      int left = from(low[0]);
      int top = from(low[1]);
      Rectangle area =
          new Rectangle(
              left,
              top,
              Math.max(0, to(high[0], grid.size().columns()) - left + 1),
              Math.max(0, to(high[1], grid.size().rows()) - top + 1));
      return new Box(area, from(low[2]), to(high[2], grid.size().slices()));
    }

    private static int from(double index) {
      return (int) Math.max(0, Math.floor(index));
    }

    private static int to(double index, int count) {
      return (int) Math.min(count - 1, Math.ceil(index));
    }
  }
}
