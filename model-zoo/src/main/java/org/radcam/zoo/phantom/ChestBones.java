package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * Ribs behind and in front, clavicles, shoulder blades and spine. A bone is a tube: its borders,
 * where the ray runs along the cortex, are brighter than its middle.
 */
final class ChestBones {
  private static final int RIBS = 10;

  private final ChestShape shape;
  private final double firstRib;
  private final double gap;
  private final double rise;
  private final double fall;
  private final double ribRadius;
  private final double strength;
  private final double clavicleHeight;
  private final double clavicleSlope;
  private final double vertebra;
  private final double[] reaches = new double[RIBS];

  ChestBones(ChestShape shape, Draw draw) {
    this.shape = shape;
    firstRib = draw.between(-0.84, -0.78);
    gap = draw.between(0.145, 0.165);
    rise = draw.between(0.20, 0.30);
    fall = draw.between(0.55, 0.80);
    ribRadius = draw.between(0.026, 0.034);
    strength = draw.between(0.8, 1.2);
    clavicleHeight = draw.between(-0.70, -0.60);
    clavicleSlope = draw.between(-0.30, -0.16);
    vertebra = draw.between(0.14, 0.17);
    for (int rib = 0; rib < RIBS; rib++) {
      reaches[rib] = shape.outer(firstRib + rib * gap + 0.1) + 0.03;
    }
  }

  double at(double x, double y) {
    return strength * (ribs(x, y) + clavicle(x, y) + blade(x, y)) + spine(x, y);
  }

  private double ribs(double x, double y) {
    double a = Math.abs(x);
    double edge = shape.outer(y) + 0.045;
    double within = clamp((edge - a) / 0.03);
    if (within == 0 || a < 0.05) {
      return 0;
    }
    double sum = 0;
    for (int rib = 0; rib < RIBS; rib++) {
      // Behind: leaves the spine a little upward, then falls ever more towards the side.
      double reach = reaches[rib];
      double t = a / reach;
      double behind = firstRib + rib * gap - rise * 0.35 * t + fall * 0.34 * t * t * t;
      double steep = (-rise * 0.35 + fall * 1.02 * t * t) / reach;
      sum += tube(y - behind, steep, ribRadius) * 0.115 * step(0.05, 0.12, a);
      // In front: from the side down to the middle, fading where it turns to cartilage.
      if (rib > 0 && rib < 8) {
        double front =
            firstRib + rib * gap + fall * 0.34 + 0.52 * (1 - t) - 0.15 * (1 - t) * (1 - t);
        double frontSteep = (-0.52 + 0.30 * (1 - t)) / reach;
        double bony = step(0.34, 0.50, t);
        sum += tube(y - front, frontSteep, ribRadius * 1.15) * 0.06 * bony;
      }
    }
    return within * sum * (y > shape.diaphragm(x) ? 0.45 : 1);
  }

  private double clavicle(double x, double y) {
    double a = Math.abs(x);
    if (a < 0.09 || a > 0.86) {
      return 0;
    }
    double t = (a - 0.09) / 0.77;
    double line =
        clavicleHeight + clavicleSlope * t + 0.07 * t * (1 - t) * (1 - 2 * t) * 4 - 0.03 * (1 - t);
    double radius = 0.034 + 0.016 * (1 - t) * (1 - t);
    return 0.17 * tube(y - line, clavicleSlope, radius) * step(0.86, 0.80, a) * step(0.09, 0.13, a);
  }

  private double blade(double x, double y) {
    double a = Math.abs(x);
    double inner = 0.72 + 0.10 * (y + 0.5);
    double plate =
        0.05 * step(inner - 0.03, inner + 0.03, a) * step(0.20, 0.0, y) * step(-0.72, -0.6, y);
    double rim = 0.06 * tube(a - inner, 0.1, 0.018) * step(0.15, 0.0, y) * step(-0.65, -0.5, y);
    double head = a - 1.02;
    double joint = 0.13 * Math.sqrt(clamp(1 - (head * head + (y + 0.66) * (y + 0.66)) / 0.020));
    double shaft = a - (1.06 + 0.16 * (y + 0.66));
    double humerus = 0.16 * tube(shaft, 0.16, 0.060) * step(-0.66, -0.60, y);
    return plate + rim + Math.max(joint, humerus);
  }

  private double spine(double x, double y) {
    double body = step(0.14, 0.06, Math.abs(x));
    double phase = (y + 2) / vertebra;
    double within = phase - Math.floor(phase);
    double disc = step(0.12, 0.0, within) + step(0.88, 1.0, within);
    double pedicle = Curves.bump(Math.abs(x) - 0.07, 0.03) * Curves.bump(within - 0.4, 0.22);
    double seen = y > shape.diaphragm(x) ? 0.5 : 1;
    return seen * (body * (0.085 - 0.045 * disc) + 0.04 * pedicle);
  }

  /** Profile across a tube: 1 at its walls, less in its middle, 0 outside. */
  private static double tube(double off, double slope, double radius) {
    // Surely outside, without the root: sqrt(1 + slope^2) <= 1 + |slope|. Most places are.
    if (Math.abs(off) >= radius * (1 + Math.abs(slope))) {
      return 0;
    }
    double d = Math.abs(off) / Math.sqrt(1 + slope * slope) / radius;
    return d >= 1 ? 0 : clamp((1 - d) * 5) * (0.55 + 0.45 * d * d);
  }
}
