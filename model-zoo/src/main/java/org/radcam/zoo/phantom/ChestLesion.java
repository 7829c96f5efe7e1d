package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.bump;
import static org.radcam.zoo.phantom.Curves.clamp;

/** Something in a lung that should not be there. */
interface ChestLesion extends Canvas.Painter {
  /**
   * Attenuation that the lesion adds; 0 outside.
   *
   * @param x thorax coordinates, see {@link Canvas}
   */
  @Override
  double at(double x, double y);

  /** One of the kinds, somewhere in the lungs. */
  static ChestLesion drawn(ChestShape shape, Draw draw) {
    return switch (draw.choice(3)) {
      case 0 -> nodule(shape, draw);
      case 1 -> consolidation(shape, draw);
      default -> effusion(shape, draw);
    };
  }

  /** A round, slightly lobed opacity of 2 to 5 cm. */
  static ChestLesion nodule(ChestShape shape, Draw draw) {
    double[] at = place(shape, draw, 0.10);
    double radius = draw.between(0.055, 0.115);
    double strength = draw.between(0.26, 0.38);
    LatticeNoise lobes = new LatticeNoise(draw, 9, 2);
    return (x, y) -> {
      double dx = x - at[0];
      double dy = y - at[1];
      double r = radius * (1 + 0.22 * lobes.at(x, y));
      double inside = 1 - (dx * dx + dy * dy) / (r * r);
      return inside <= 0 ? 0 : strength * Math.sqrt(inside);
    };
  }

  /** A cloudy opacity with ragged borders over part of a lobe. */
  static ChestLesion consolidation(ChestShape shape, Draw draw) {
    double[] at = place(shape, draw, 0.12);
    double radius = draw.between(0.20, 0.32);
    double flat = draw.between(0.7, 1.3);
    double strength = draw.between(0.32, 0.48);
    LatticeNoise cloud = new LatticeNoise(draw, 7, 3);
    return (x, y) -> {
      double dx = (x - at[0]) * flat;
      double dy = (y - at[1]) / flat;
      double core = bump(Math.sqrt(dx * dx + dy * dy), radius);
      if (core == 0) {
        return 0;
      }
      double dense = clamp(1.9 * core + 0.9 * core * cloud.at(x, y) - 0.18);
      return strength * dense * shape.air(x, y);
    };
  }

  /** Fluid at the base of one lung, its border rising towards the side. */
  static ChestLesion effusion(ChestShape shape, Draw draw) {
    int side = draw.chance(0.5) ? 1 : -1;
    double level = shape.diaphragm(side * 0.40) - draw.between(0.02, 0.24);
    double strength = draw.between(0.50, 0.62);
    return (x, y) -> {
      if (x * side <= 0) {
        return 0;
      }
      double out = clamp((Math.abs(x) - 0.25) / (shape.outer(y) - 0.25));
      double surface = level + 0.05 - 0.26 * out * out * out;
      return strength * clamp((y - surface) / 0.05) * shape.air(x, y);
    };
  }

  /** A place in a lung, that far from its borders, and seldom behind the heart. */
  private static double[] place(ChestShape shape, Draw draw, double margin) {
    while (true) {
      double x = draw.between(-0.75, 0.75);
      double y = draw.between(-0.65, 0.50);
      boolean free =
          shape.inLung(x - margin, y)
              && shape.inLung(x + margin, y)
              && shape.inLung(x, y - margin)
              && shape.inLung(x, y + margin);
      if (free && shape.middle(x, y) < 0.05) {
        return new double[] {x, y};
      }
    }
  }
}
