package org.radcam.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.radcam.image.Geometry;
import org.radcam.image.Resampler;
import org.radcam.image.Volume;

/**
 * Where in the image the evidence for one class lies.
 *
 * @param classKey the class that is explained
 * @param method key of the CAM method
 * @param raw the map as the method gives it: signed, in logit units, on the grid of the network's
 *     last feature map
 * @param seen the grid of the network's input: what it looked at
 * @param onSource the same values interpolated onto the source image's grid; NaN where the network
 *     did not look
 * @param parts the maps that this one is the mean of; empty for that of one network
 */
public record HeatMap(
    String classKey,
    String method,
    Volume raw,
    Geometry seen,
    Volume onSource,
    List<HeatMap> parts) {
  public HeatMap {
    parts = List.copyOf(parts);
  }

  /** The map of one network. */
  public HeatMap(String classKey, String method, Volume raw, Geometry seen, Volume onSource) {
    this(classKey, method, raw, seen, onSource, List.of());
  }

  /**
   * Brings a raw map to the source grid. Beyond the outermost features' centres, up to the edge of
   * what the network saw, the nearest feature counts.
   *
   * @param raw values of the feature map, on the grid where its features are centred in patient
   *     space
   * @param seen the grid of the network's input
   */
  public static HeatMap of(
      String classKey, String method, Volume raw, Geometry seen, Geometry source) {
    return new HeatMap(classKey, method, raw, seen, Resampler.linear(raw, source, seen, Float.NaN));
  }

  /**
   * The mean of several networks' maps of one class, at every place of those that looked there; NaN
   * where none did. Each is brought to the grid by itself, through patient space, before the mean
   * is taken; only the raw values are the mean on the first network's features, where it looked.
   *
   * @param parts at least one
   */
  public static HeatMap mean(List<HeatMap> parts, Geometry source) {
    HeatMap first = parts.get(0);
    Geometry cells = first.raw.geometry();
    List<Volume> raws = new ArrayList<>(List.of(first.raw));
    for (HeatMap other : parts.subList(1, parts.size())) {
      raws.add(Resampler.linear(other.raw, cells, other.seen, Float.NaN));
    }
    List<Volume> maps = parts.stream().map(part -> part.on(source).onSource).toList();
    return new HeatMap(
        first.classKey, first.method, mean(raws), first.seen, mean(maps), List.copyOf(parts));
  }

  private static Volume mean(List<Volume> volumes) {
    Volume first = volumes.get(0);
    float[] means = new float[first.voxels().length];
    for (int n = 0; n < means.length; n++) {
      double sum = 0;
      int count = 0;
      for (Volume volume : volumes) {
        float value = volume.voxels()[n];
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      means[n] = count == 0 ? Float.NaN : (float) (sum / count);
    }
    return new Volume(first.geometry(), means);
  }

  /**
   * This map with another image as its source, in the same patient space: the same raw values,
   * interpolated onto that image's grid.
   */
  public HeatMap on(Geometry grid) {
    if (grid.sameGridAs(onSource.geometry())) {
      return this;
    }
    return parts.isEmpty() ? of(classKey, method, raw, seen, grid) : mean(parts, grid);
  }

  /** Largest value on the source grid; at most 0 where nothing speaks for the class. */
  public float peak() {
    return onSource.range().high();
  }

  /**
   * What is shown: evidence for the class only, as a share of its own maximum, max(v, 0) / peak.
   * All 0 where nothing speaks for the class; NaN where the network did not look.
   */
  public Volume displayed() {
    float peak = peak();
    float[] raws = onSource.voxels();
    float[] shown = new float[raws.length];
    for (int n = 0; n < raws.length; n++) {
      float positive = raws[n] < 0 ? 0 : raws[n];
      shown[n] = Float.isNaN(raws[n]) ? Float.NaN : peak > 0 ? positive / peak : 0;
    }
    return new Volume(onSource.geometry(), shown);
  }

  /**
   * The slice, from 0, with the largest sum of what speaks for the class; the first of those that
   * tie, and empty where nothing does.
   *
   * @param heat raw or displayed values; NaN counts nothing
   */
  public static OptionalInt hottestSlice(Volume heat) {
    int area = heat.size().columns() * heat.size().rows();
    OptionalInt hottest = OptionalInt.empty();
    double most = 0;
    for (int k = 0; k < heat.size().slices(); k++) {
      double sum = 0;
      for (int n = k * area; n < (k + 1) * area; n++) {
        float value = heat.voxels()[n];
        sum += value > 0 ? value : 0;
      }
      if (sum > most) {
        most = sum;
        hottest = OptionalInt.of(k);
      }
    }
    return hottest;
  }
}
