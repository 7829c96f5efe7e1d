package org.radcam.fiji.heat;

import java.awt.Rectangle;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.radcam.classify.HeatMap;
import org.radcam.image.Geometry;
import org.radcam.image.Resampler;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * A heat map as it is kept with an image: the network's coarse map, of which a slice is
 * interpolated when somebody looks at it. On a volume of 200 slices that is kilobytes instead of
 * hundreds of megabytes for every lesion and stage.
 */
final class KeptHeat {
  private final String subject;
  private final String stage;
  private final String classKey;
  private final String modelId;
  private final MadeOf madeOf;
  private final int firstSlice;
  private final Volume raw;
  private final Geometry seen;
  private final Geometry grid;

  /** Largest finite value of each slice; NaN where the network did not look. */
  private final float[] peaks;

  /** Holds every pixel, of any slice, that the network looked at. */
  private final Rectangle area;

  private SoftReference<Slice> lastSlice = new SoftReference<>(null);

  KeptHeat(HeatLayer layer, MadeOf madeOf) {
    HeatMap map = layer.map();
    subject = layer.subject();
    stage = layer.stage();
    classKey = map.classKey();
    modelId = layer.modelId();
    this.madeOf = madeOf;
    firstSlice = layer.firstSlice();
    raw = map.raw();
    seen = map.seen();
    grid = map.onSource().geometry();
    peaks = new float[grid.size().slices()];
    area = survey(map.onSource(), peaks);
  }

  /** Values of a slice, row by row. */
  private record Slice(int index, float[] values) {}

  private static Rectangle survey(Volume map, float[] peaks) {
    Size size = map.size();
    float[] values = map.voxels();
    int left = size.columns();
    int right = -1;
    int top = size.rows();
    int bottom = -1;
    int at = 0;
    for (int k = 0; k < size.slices(); k++) {
      float peak = Float.NEGATIVE_INFINITY;
      for (int j = 0; j < size.rows(); j++) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < size.columns(); i++, at++) {
          float value = values[at];
          if (!Float.isNaN(value)) {
            first = first < 0 ? i : first;
            last = i;
            peak = Float.isFinite(value) && value > peak ? value : peak;
          }
        }
        if (last >= 0) {
          left = Math.min(left, first);
          right = Math.max(right, last);
          top = Math.min(top, j);
          bottom = j > bottom ? j : bottom;
        }
      }
      peaks[k] = peak == Float.NEGATIVE_INFINITY ? Float.NaN : peak;
    }
    return right < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  String subject() {
    return subject;
  }

  String stage() {
    return stage;
  }

  String classKey() {
    return classKey;
  }

  String modelId() {
    return modelId;
  }

  MadeOf madeOf() {
    return madeOf;
  }

  int firstSlice() {
    return firstSlice;
  }

  int lastSlice() {
    return firstSlice + peaks.length - 1;
  }

  Geometry grid() {
    return grid;
  }

  Rectangle area() {
    return new Rectangle(area);
  }

  /** Whether the map has a slice at a position of the stack. */
  boolean covers(int slice) {
    return slice >= firstSlice && slice <= lastSlice();
  }

  /** Largest value at a position of the stack; NaN where there is none. */
  float peak(int slice) {
    return covers(slice) ? peaks[slice - firstSlice] : Float.NaN;
  }

  /** Largest value of all; NaN where there is none. */
  float peak() {
    float peak = Float.NaN;
    for (float value : peaks) {
      peak = Float.isNaN(peak) || value > peak ? value : peak;
    }
    return peak;
  }

  /** Whether this is the same map, perhaps under the name of another stage. */
  boolean sameMapAs(KeptHeat other) {
    return Arrays.equals(raw.voxels(), other.raw.voxels())
        && raw.geometry().equals(other.raw.geometry())
        && seen.equals(other.seen)
        && grid.equals(other.grid)
        && classKey.equals(other.classKey)
        && firstSlice == other.firstSlice;
  }

  /** The raw values at a position of the stack, in logit units; not to be changed. */
  float[] values(int slice) {
    int k = slice - firstSlice;
    Slice last = lastSlice.get();
    if (last == null || last.index() != k) {
      last = new Slice(k, Resampler.slice(raw, grid, seen, Float.NaN, k));
      lastSlice = new SoftReference<>(last);
    }
    return last.values();
  }
}
