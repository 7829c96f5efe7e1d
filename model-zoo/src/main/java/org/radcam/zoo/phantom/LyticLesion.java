package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.mix;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * A lesion of soft tissue that grows in a bone and out of it: it takes the marrow, thins the cortex
 * or destroys it, and where it leaves the bone, a thin new shell may be around it. Its mineral is
 * not in here.
 */
final class LyticLesion {
  private final LimbBone bone;
  private final double[] middle;
  private final double[] radii;
  private final double smallest;
  private final double tissue;
  private final double rim;
  private final double destroyed;
  private final double shell;
  private final SpaceNoise lobes;
  private final SpaceNoise texture;

  /**
   * A lesion of 15 to 60 mm across.
   *
   * @param length of the stack in mm; the lesion's ends reach at most a little beyond it
   */
  LyticLesion(LimbBone bone, double length, Draw draw) {
    this.bone = bone;
    // Squared: small ones are more frequent.
    double share = draw.between(0, 1);
    double radius = 8.5 + 18.5 * share * share;
    double z = draw.between(-0.1, 0.1) * length;
    double away = draw.between(0, 0.8) * bone.radius(z);
    double side = draw.between(-3.1, 3.1);
    double[] axis = bone.axis(z);
    middle =
        new double[] {
          axis[0] + away * StrictMath.cos(side), axis[1] + away * StrictMath.sin(side), z
        };
    radii =
        new double[] {
          radius * draw.between(0.88, 1.1),
          radius * draw.between(0.88, 1.1),
          Math.min(radius * draw.between(0.9, 1.3), 0.5 * length)
        };
    smallest = Math.min(radii[0], Math.min(radii[1], radii[2]));
    tissue = draw.between(30, 80);
    rim = draw.chance(0.5) ? draw.between(150, 450) : 0;
    destroyed = draw.between(-0.5, 0.5);
    shell = draw.between(0.7, 1.5);
    lobes = new SpaceNoise(draw, radius, 2);
    texture = new SpaceNoise(draw, 4, 2);
  }

  /** Place of the middle: x, y, z. */
  double[] middle() {
    return middle.clone();
  }

  /** Distance from the middle: 0 there, 1 at the lobed border. */
  double out(double x, double y, double z) {
    double dx = (x - middle[0]) / radii[0];
    double dy = (y - middle[1]) / radii[1];
    double dz = (z - middle[2]) / radii[2];
    double far = Math.sqrt(dx * dx + dy * dy + dz * dz);
    // Beyond this no lobe reaches.
    return far > 1.3 ? far : far / (1 + 0.2 * lobes.at(x, y, z));
  }

  /** The limb's value with the lesion in it. */
  double over(double before, double x, double y, double z) {
    double depth = (1 - out(x, y, z)) * smallest;
    if (depth <= -2) {
      return before;
    }
    double inBone = bone.depth(x, y, z);
    if (depth <= 0) {
      double sclerosis = inBone > bone.cortex(z) ? rim * step(-2, -0.6, depth) : 0;
      return before + sclerosis;
    }
    double grain = texture.at(x, y, z);
    double value = mix(before, tissue + 9 * grain, clamp(depth / 0.8));
    // What is left of the cortex, and the shell that the periosteum lays around the lesion.
    double gone = lobes.at(2.3 * x, 2.3 * y, 2.3 * z) - destroyed;
    double left = step(0.1, -0.1, gone);
    double remains =
        step(-0.4, 0.4, inBone) * step(0.9, 0.4, inBone / (0.45 * bone.cortex(z) + 0.2));
    double around = step(0.6, -0.4, inBone) * step(shell, 0.6 * shell, depth);
    double wall = left * Math.max(remains * step(6, 3, depth), 0.6 * around);
    return mix(value, 0.85 * bone.cortical(), wall);
  }
}
