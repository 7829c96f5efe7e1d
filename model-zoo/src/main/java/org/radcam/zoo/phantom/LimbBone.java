package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.mix;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * A long bone, round at its shaft and wider and with a thinner cortex towards one end, or a flat
 * bone as of the pelvis; marrow of fat and trabeculae; now and then a second, thin bone beside it.
 * A fracture is an oblique cleft with a step. Places are in mm as in {@link LimbTissue}.
 */
final class LimbBone {
  /** Half the largest width, in mm: the thinnest limb must have room for it. */
  private static final double WIDEST = 28;

  /** The farthest that the thin bone may be away, for the same reason. */
  private static final double FARTHEST = 34;

  /** Blood in the cleft of a fracture, HU. */
  private static final double CLEFT = 45;

  private final double[] middle;
  private final double[] lean;
  private final double along;
  private final double across;
  private final double cos;
  private final double sin;
  private final double flare;
  private final double flareFrom;
  private final double end;
  private final double shaftCortex;
  private final double cortical;
  private final double marrow;
  private final double trabeculae;
  private final boolean second;
  private final double[] secondBone;
  private final double[] cleft;
  private final boolean fractured;
  private final SpaceNoise texture;

  LimbBone(Draw draw, boolean fractured) {
    this.fractured = fractured;
    middle = new double[] {draw.between(-8, 8), draw.between(-8, 8)};
    lean = new double[] {draw.between(-0.15, 0.15), draw.between(-0.15, 0.15)};
    boolean flat = draw.chance(0.25);
    across = flat ? draw.between(8, 11) : draw.between(11, 16);
    along = across * (flat ? draw.between(1.9, 2.6) : draw.between(1, 1.3));
    double turn = draw.between(-3.1, 3.1);
    cos = StrictMath.cos(turn);
    sin = StrictMath.sin(turn);
    double wider = flat ? draw.between(0, 0.3) : draw.between(0.2, 0.9);
    flare = Math.min(wider, WIDEST / along - 1);
    flareFrom = draw.between(-30, 20);
    end = draw.chance(0.5) ? 1 : -1;
    shaftCortex = flat ? draw.between(1.6, 2.6) : draw.between(3, 5.5);
    cortical = draw.between(1000, 1450);
    marrow = draw.between(-70, 10);
    trabeculae = draw.between(120, 320);
    second = !flat && draw.chance(0.45);
    double radius = draw.between(5, 8);
    double away = Math.min(FARTHEST, (1 + flare) * along + radius + draw.between(3, 10));
    // On the side of the bone on which the limb has more room.
    double off = Math.sqrt(middle[0] * middle[0] + middle[1] * middle[1]);
    double aside = draw.between(-0.6, 0.6);
    double towardsX = -middle[0] / off * away;
    double towardsY = -middle[1] / off * away;
    double cosAside = StrictMath.cos(aside);
    double sinAside = StrictMath.sin(aside);
    secondBone =
        new double[] {
          cosAside * towardsX - sinAside * towardsY,
          sinAside * towardsX + cosAside * towardsY,
          radius
        };
    cleft =
        new double[] {
          draw.between(0.5, 0.9) * (draw.chance(0.5) ? 1 : -1),
          draw.between(-0.6, 0.6),
          draw.between(0.7, 1.3),
          draw.between(1.5, 3.5),
          draw.between(-3.5, 3.5)
        };
    texture = new SpaceNoise(draw, 4, 3);
  }

  /** The axis at a height: x and y. */
  double[] axis(double z) {
    return new double[] {middle[0] + lean[0] * z, middle[1] + lean[1] * z};
  }

  /** Half the smaller width at a height. */
  double radius(double z) {
    return across * widening(z);
  }

  private double widening(double z) {
    return 1 + flare * step(flareFrom, flareFrom + 40, end * z);
  }

  /** Share of the way from the shaft to the end. */
  private double towardsTheEnd(double z) {
    return step(flareFrom, flareFrom + 40, end * z);
  }

  /** How far a place is below the bone's surface in mm; negative outside. */
  double depth(double x, double y, double z) {
    double dx = x - middle[0] - lean[0] * z;
    double dy = y - middle[1] - lean[1] * z;
    if (fractured && beyondTheCleft(dx, dy, z) > 0) {
      dx -= cleft[3];
      dy -= cleft[4];
    }
    double wide = widening(z);
    double u = (cos * dx + sin * dy) / (along * wide);
    double v = (cos * dy - sin * dx) / (across * wide);
    double radius = Math.sqrt(u * u + v * v);
    // Distance to an ellipse to first order: value by gradient.
    double a = u / (along * wide);
    double b = v / (across * wide);
    double steep = Math.sqrt(a * a + b * b) / Math.max(radius, 1e-6);
    return (1 - radius) / Math.max(steep, 1 / (along * wide));
  }

  double cortex(double z) {
    return mix(shaftCortex, Math.min(1.8, shaftCortex), towardsTheEnd(z));
  }

  /** Hounsfield units of the cortex. */
  double cortical() {
    return cortical;
  }

  /** The soft tissue's value with the bones in it. */
  double over(double soft, double x, double y, double z) {
    double value = second ? thinBone(soft, x, y) : soft;
    double depth = depth(x, y, z);
    if (depth <= -0.4) {
      return value;
    }
    double grain = texture.at(x, y, z);
    double spongy = 0.25 + 0.75 * towardsTheEnd(z);
    double inner = marrow + trabeculae * spongy * step(-0.2, 0.6, grain);
    double shell = cortical * (1 + 0.05 * grain);
    double bone = mix(shell, inner, step(-0.5, 0.6, depth - cortex(z) + 0.8 * grain));
    if (fractured) {
      double off = Math.abs(beyondTheCleft(x - axis(z)[0], y - axis(z)[1], z));
      bone = mix(CLEFT, bone, step(0.7 * cleft[2], 1.3 * cleft[2], off));
    }
    return mix(value, bone, clamp((depth + 0.4) / 0.8));
  }

  private double thinBone(double soft, double x, double y) {
    double dx = x - middle[0] - secondBone[0];
    double dy = y - middle[1] - secondBone[1];
    double depth = secondBone[2] - Math.sqrt(dx * dx + dy * dy);
    if (depth <= -0.4) {
      return soft;
    }
    double bone = mix(cortical, marrow, step(1.8, 2.8, depth));
    return mix(soft, bone, clamp((depth + 0.4) / 0.8));
  }

  private double beyondTheCleft(double dx, double dy, double z) {
    return z + cleft[0] * dx + cleft[1] * dy;
  }
}
