package org.radcam.fiji.heat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * The heat maps of one stage, as they are shown together: positive heat as a share of its maximum.
 * Where several lie on one pixel, the larger share counts.
 *
 * @param layers the maps
 * @param scale whose maximum
 */
record ShownHeat(List<HeatLayer> layers, HeatScale scale) {
  ShownHeat {
    layers = List.copyOf(layers);
  }

  /** Positions in the stack that one of the maps lies on, from 1. */
  Collection<Integer> slices() {
    return HeatMaps.slices(layers);
  }

  private List<HeatLayer> at(int slice) {
    return layers.stream().filter(heat -> heat.covers(slice)).toList();
  }

  /** What is full heat for a map; at most 0, or NaN, where nothing speaks for its class. */
  private float full(HeatLayer heat) {
    return scale == HeatScale.OWN ? heat.peak() : peak();
  }

  /** Largest value of all maps; NaN where there is none. */
  float peak() {
    float peak = Float.NaN;
    for (HeatLayer heat : layers) {
      float own = heat.peak();
      peak = Float.isNaN(peak) || own > peak ? own : peak;
    }
    return peak;
  }

  /** Largest share on a slice, 0 to 1. */
  float most(int slice) {
    float most = 0;
    for (HeatLayer heat : at(slice)) {
      float share = share(heat.peak(slice), full(heat));
      most = share > most ? share : most;
    }
    return most;
  }

  /** The slice with the largest value; empty where nothing is positive. */
  OptionalInt hottest() {
    int hottest = 0;
    float peak = 0;
    for (int slice : slices()) {
      for (HeatLayer heat : at(slice)) {
        if (heat.peak(slice) > peak) {
          peak = heat.peak(slice);
          hottest = slice;
        }
      }
    }
    return hottest == 0 ? OptionalInt.empty() : OptionalInt.of(hottest);
  }

  /** Holds all heat of a slice. */
  Rectangle area(int slice) {
    return at(slice).stream()
        .map(HeatLayer::area)
        .filter(area -> !area.isEmpty())
        .reduce(Rectangle::union)
        .orElseGet(Rectangle::new);
  }

  /** Classes that the maps of a slice explain, in order. */
  String classes(int slice) {
    return String.join(", ", at(slice).stream().map(HeatLayer::classKey).distinct().toList());
  }

  /**
   * The shares of a slice, row by row, 0 to 1; NaN where no network looked.
   *
   * @param pixels of a slice
   */
  float[] shares(int slice, int pixels) {
    float[] shares = new float[pixels];
    Arrays.fill(shares, Float.NaN);
    for (HeatLayer heat : at(slice)) {
      float full = full(heat);
      float[] values = heat.values(slice);
      for (int n = 0; n < pixels; n++) {
        float share = share(values[n], full);
        if (!(shares[n] >= share)) {
          // Of two shares the larger; a number rather than none.
          shares[n] = Float.isNaN(share) ? shares[n] : share;
        }
      }
    }
    return shares;
  }

  /** As {@link org.radcam.classify.HeatMap#displayed()}. */
  private static float share(float value, float full) {
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    return full > 0 ? Math.max(0, value) / full : 0;
  }
}
