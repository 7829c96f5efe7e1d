package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.mix;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * The soft parts of a limb in air on a table: skin, fat under it, muscles with fat between and in
 * them, two vessels. Places are in mm from the limb's axis, see {@link CtStack}.
 */
final class LimbTissue implements CtStack.Painter {
  private static final double AIR = -1000;
  private static final int MUSCLES = 9;

  private final double across;
  private final double along;
  private final double cos;
  private final double sin;
  private final double taper;
  private final double fatDepth;
  private final double fat;
  private final double muscle;
  private final double fatty;
  private final double table;
  private final double tableShell;
  private final double[] muscleX = new double[MUSCLES];
  private final double[] muscleY = new double[MUSCLES];
  private final double[] vessels = new double[6];
  private final double blood;
  private final SpaceNoise outline;
  private final SpaceNoise texture;

  LimbTissue(Draw draw) {
    along = draw.between(52, 78);
    across = along * draw.between(0.75, 1);
    double turn = draw.between(-3.1, 3.1);
    cos = StrictMath.cos(turn);
    sin = StrictMath.sin(turn);
    taper = draw.between(-0.004, 0.004);
    fatDepth = draw.between(3, 14);
    fat = draw.between(-110, -85);
    muscle = draw.between(44, 62);
    fatty = draw.between(0.1, 0.5);
    table = along + draw.between(0, 12);
    tableShell = draw.between(-250, -50);
    for (int n = 0; n < MUSCLES; n++) {
      muscleX[n] = draw.between(-1, 1) * along;
      muscleY[n] = draw.between(-1, 1) * across;
    }
    for (int n = 0; n < vessels.length; n += 3) {
      vessels[n] = draw.between(-0.45, 0.45) * along;
      vessels[n + 1] = draw.between(-0.45, 0.45) * across;
      vessels[n + 2] = draw.between(2.2, 4);
    }
    blood = draw.chance(0.5) ? draw.between(110, 190) : draw.between(40, 60);
    outline = new SpaceNoise(draw, 35, 1);
    texture = new SpaceNoise(draw, 5, 3);
  }

  @Override
  public double at(double x, double y, double z) {
    double depth = depth(x, y, z);
    if (depth <= 0) {
      return mix(besideTheLimb(x, y), fat, clamp(depth + 1));
    }
    if (depth < 1.6) {
      return 25;
    }
    double grain = texture.at(x, y, z);
    double inMuscle = step(1.6 + fatDepth, 2.4 + fatDepth, depth + grain);
    double lean = inMuscle == 0 ? 0 : inMuscle * (1 - fatBetweenMuscles(x, y, z, grain));
    double value = mix(fat + 14 * grain, muscle + 12 * grain, lean);
    for (int n = 0; n < vessels.length; n += 3) {
      double dx = x - vessels[n];
      double dy = y - vessels[n + 1];
      double wall = vessels[n + 2] - Math.sqrt(dx * dx + dy * dy);
      value = mix(value, mix(fat, blood, clamp(wall + 0.5)), clamp(wall + 2));
    }
    return value;
  }

  /** How far below the skin a place is, in mm; negative outside. */
  private double depth(double x, double y, double z) {
    double u = (cos * x + sin * y) / along;
    double v = (cos * y - sin * x) / across;
    double radius = Math.sqrt(u * u + v * v) / (1 + taper * z + 0.06 * outline.at(x, y, z));
    return (1 - radius) * across;
  }

  /** 1 in the septa between two muscles and in some of the streaks along their fibres. */
  private double fatBetweenMuscles(double x, double y, double z, double grain) {
    // The septa are not quite straight.
    double atX = x + 5 * grain + 0.1 * z;
    double atY = y - 5 * grain;
    double u = cos * atX + sin * atY;
    double v = cos * atY - sin * atX;
    int nearest = 0;
    int second = -1;
    for (int n = 1; n < MUSCLES; n++) {
      if (square(u, v, n) < square(u, v, nearest)) {
        second = nearest;
        nearest = n;
      } else if (second < 0 || square(u, v, n) < square(u, v, second)) {
        second = n;
      }
    }
    double dx = muscleX[nearest] - muscleX[second];
    double dy = muscleY[nearest] - muscleY[second];
    // Distance from the line half way between the two middles.
    double apart = Math.max(1, Math.sqrt(dx * dx + dy * dy));
    double away = 0.5 * (square(u, v, second) - square(u, v, nearest)) / apart;
    double septum = step(1.7, 0.5, away);
    return Math.max(0.8 * septum, fatty * step(0.15, 0.6, grain));
  }

  private double square(double u, double v, int n) {
    double dx = u - muscleX[n];
    double dy = v - muscleY[n];
    return dx * dx + dy * dy;
  }

  /** Air, and the curved table of a foam core in a thin shell. */
  private double besideTheLimb(double x, double y) {
    double below = y - table + 0.002 * x * x;
    double core = below > 0 && below < 22 ? AIR + 40 : AIR;
    double shell = Math.min(Math.abs(below), Math.abs(below - 22));
    return mix(core, tableShell, step(1.6, 0.6, shell));
  }
}
