package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.step;

/**
 * Chondroid matrix as a cartilage tumour's lobules calcify: many small rings, arcs and dots of 2 to
 * 6 mm, in groups (the ring-and-arc, popcorn or stippled pattern).
 */
final class ChondroidRings implements BoneMineral {
  /** More than enough for the largest lesion and amount; an end for what cannot be filled. */
  private static final int MOST = 60_000;

  @Override
  public double[] shares(LesionVoxels voxels, double amount, Draw draw) {
    double[] shares = new double[voxels.count()];
    SpaceNoise groups = new SpaceNoise(draw, draw.between(8, 13), 1);
    double dots = draw.between(0.1, 0.4);
    double missing = amount * shares.length;
    for (int tried = 0; tried < MOST && missing > 0; tried++) {
      int at = draw.choice(shares.length);
      double x = voxels.x()[at] + draw.between(-0.4, 0.4);
      double y = voxels.y()[at] + draw.between(-0.4, 0.4);
      double z = voxels.z()[at] + draw.between(-0.8, 0.8);
      double welcome = voxels.room()[at] * step(-0.7, 0.3, groups.at(x, y, z));
      Calcification one = Calcification.drawn(x, y, z, dots, draw);
      if (draw.chance(welcome)) {
        missing -= one.addTo(shares, voxels);
      }
    }
    return shares;
  }

  /** One ring (a hollow ball), arc (a part of one) or dot. */
  private record Calcification(
      double x,
      double y,
      double z,
      double radius,
      double wall,
      double[] stretch,
      double[] open,
      double least) {

    static Calcification drawn(double x, double y, double z, double dots, Draw draw) {
      boolean dot = draw.chance(dots);
      double radius = dot ? 0 : draw.between(1.4, 2.6);
      double wall = dot ? draw.between(0.8, 1.1) : draw.between(0.40, 0.60);
      double side = draw.between(-3.1, 3.1);
      // Whole balls where the least height along the opening's axis is below -1.
      double least = !dot && draw.chance(0.45) ? draw.between(-0.4, 0.3) : -2;
      double[] open = {StrictMath.cos(side), StrictMath.sin(side)};
      double[] stretch = {draw.between(0.75, 1.25), draw.between(0.75, 1.25)};
      return new Calcification(x, y, z, radius, wall, stretch, open, least);
    }

    /** Lays this over what is there; returns by how much the sum of the shares grew. */
    double addTo(double[] shares, LesionVoxels voxels) {
      double grown = 0;
      double reach = 1.4 * (radius + wall + 0.3);
      for (int n = first(voxels.z(), z - reach); n < shares.length; n++) {
        if (voxels.z()[n] > z + reach) {
          break;
        }
        double dx = voxels.x()[n] - x;
        double dy = voxels.y()[n] - y;
        if (Math.abs(dx) > reach || Math.abs(dy) > reach) {
          continue;
        }
        double share = share(dx * stretch[0], dy * stretch[1], voxels.z()[n] - z);
        if (share > shares[n]) {
          grown += share - shares[n];
          shares[n] = share;
        }
      }
      return grown;
    }

    private double share(double dx, double dy, double dz) {
      double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = (dx * open[0] + dy * open[1]) / Math.max(distance, 0.1);
      double there = step(least - 0.1, least + 0.1, height);
      return there * step(wall + 0.3, wall - 0.2, Math.abs(distance - radius));
    }

    /** Voxels are in the order of the slices: the first one from a height on. */
    private static int first(double[] heights, double from) {
      int low = 0;
      int high = heights.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (heights[middle] < from) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
