package org.radcam.zoo.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A head as layers that cover each other: what is added later lies on top. The same anatomy is seen
 * by every sequence, each on its own grid.
 */
final class Anatomy {
  private static final SpaceField EVEN = (x, y, z) -> 0;

  private final List<Layer> layers = new ArrayList<>();

  /**
   * Adds a tissue.
   *
   * @param depth how deep inside the tissue a place is, in millimetres; negative outside
   */
  Anatomy add(Tissue tissue, SpaceField depth) {
    return add(tissue, depth, EVEN);
  }

  /**
   * Adds a tissue that is not even.
   *
   * @param texture relative difference from the tissue's signal
   */
  Anatomy add(Tissue tissue, SpaceField depth, SpaceField texture) {
    layers.add(new Layer(tissue, depth, texture, tissue, 0));
    return this;
  }

  /**
   * Adds a tissue with another one within.
   *
   * @param rim how thick the outer one is, in millimetres
   */
  Anatomy add(Tissue outer, double rim, Tissue inner, SpaceField depth) {
    layers.add(new Layer(outer, depth, EVEN, inner, rim));
    return this;
  }

  /** Adds an ellipsoid and its mirror image. */
  Anatomy addBoth(Tissue tissue, Ellipsoid depth) {
    return add(tissue, depth).add(tissue, depth.mirrored());
  }

  /**
   * The signal at places of the head.
   *
   * @param softness width of the borders in millimetres: that of a voxel, which holds both tissues
   */
  SpaceField seen(Palette palette, double softness) {
    Layer[] all = layers.toArray(Layer[]::new);
    double[] own = layers.stream().mapToDouble(layer -> palette.of(layer.tissue)).toArray();
    double[] within = layers.stream().mapToDouble(layer -> palette.of(layer.inner)).toArray();
    double air = palette.of(Tissue.AIR);
    double half = softness / 2;
    return (x, y, z) -> {
      double signal = 0;
      double uncovered = 1;
      // From the top down: what is wholly covered need not be looked at.
      for (int n = all.length - 1; n >= 0 && uncovered > 0; n--) {
        SpaceField field = all[n].depth;
        double depth = field.near(x, y, z, half) ? field.at(x, y, z) : -half;
        if (depth > -half) {
          double here = own[n] * (1 + all[n].texture.at(x, y, z));
          if (all[n].rim > 0) {
            here = Curves.mix(here, within[n], cover(depth - all[n].rim, softness));
          }
          double covered = cover(depth, softness);
          signal += uncovered * covered * here;
          uncovered *= 1 - covered;
        }
      }
      return signal + uncovered * air;
    };
  }

  /** What a place is made of: the tissue on top. */
  Tissue tissueAt(double x, double y, double z) {
    for (int n = layers.size() - 1; n >= 0; n--) {
      Layer layer = layers.get(n);
      double depth = layer.depth.near(x, y, z, 0) ? layer.depth.at(x, y, z) : -1;
      if (depth > 0) {
        return layer.rim > 0 && depth > layer.rim ? layer.inner : layer.tissue;
      }
    }
    return Tissue.AIR;
  }

  private static double cover(double depth, double softness) {
    return Curves.clamp(depth / softness + 0.5);
  }

  private record Layer(
      Tissue tissue, SpaceField depth, SpaceField texture, Tissue inner, double rim) {}
}
