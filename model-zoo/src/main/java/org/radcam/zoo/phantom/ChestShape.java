package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.bump;
import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.mix;
import static org.radcam.zoo.phantom.Curves.step;

import java.util.List;

/**
 * The soft parts of one chest seen from the front: body outline, lungs, mediastinum, heart,
 * diaphragm. All lengths are in thorax units; the patient's right is on the picture's left (x below
 * 0), where the heart is not.
 */
final class ChestShape {
  /** Where the lungs' tips are. */
  static final double APEX = -0.84;

  private final double lungWidth;
  private final double rightDome;
  private final double leftDome;
  private final List<Ellipse> heartParts;
  private final double mediastinum;
  private final double shoulder;
  private final double breast;
  private final double build;
  private final double bubble;
  private final LatticeNoise wobble;
  private final Table outer;
  private final Table dome;

  ChestShape(Draw draw) {
    lungWidth = draw.between(0.92, 1.05);
    rightDome = draw.between(0.40, 0.58);
    leftDome = rightDome + draw.between(0.03, 0.10);
    mediastinum = draw.between(0.12, 0.17);
    double size = draw.between(0.86, 1.10);
    double tilt = draw.between(0.42, 0.72);
    double knob = draw.between(0.07, 0.11);
    heartParts =
        List.of(
            // Left ventricle, right atrium, the mass between them, pulmonary trunk, aortic knob.
            Ellipse.of(0.17, 0.33, 0.40 * size, 0.235 * size, tilt, 0.42),
            Ellipse.of(-0.045, 0.26, 0.17 * size, 0.28 * size, 0, 0.36),
            Ellipse.of(0.06, 0.20, 0.20 * size, 0.34 * size, -0.25, 0.40),
            Ellipse.of(mediastinum - 0.02, -0.10, 0.10, 0.17, 0, 0.30),
            Ellipse.of(mediastinum - 0.035, -0.36, knob + 0.02, knob + 0.04, 0, 0.32));
    shoulder = draw.between(-0.86, -0.72);
    breast = draw.chance(0.5) ? draw.between(0.05, 0.16) : 0;
    build = draw.between(0.85, 1.15);
    bubble = draw.between(0.10, 0.17);
    wobble = new LatticeNoise(draw, 2.5, 2);
    outer = Table.of(this::outerFormula);
    dome = Table.of(this::domeFormula);
  }

  /** Distance of the lung's outer border from the middle at a height. */
  double outer(double y) {
    return outer.at(y);
  }

  private double outerFormula(double y) {
    double t = clamp((y - APEX) / 1.62);
    double rest = 1 - t;
    return lungWidth * (0.26 + 0.59 * (1 - rest * rest * rest * rest) - 0.02 * rest);
  }

  /** Distance of the lung's inner border from the middle at a height. */
  private double inner(double y) {
    double top = clamp((-0.60 - y) / (-0.60 - APEX));
    return mediastinum * 0.75 + (lungWidth * 0.26 - mediastinum * 0.75) * top * top * top;
  }

  /** Height of the diaphragm at a place: a dome that falls to the costophrenic angle. */
  double diaphragm(double x) {
    return dome.at(x);
  }

  private double domeFormula(double x) {
    double across = (Math.abs(x) - 0.36 * lungWidth) / (0.50 * lungWidth);
    double fall = across > 0 ? 0.36 * across * across * Math.sqrt(across) : 0.10 * across * across;
    return mix(rightDome, leftDome, step(-0.15, 0.15, x)) + fall + 0.012 * wobble.at(x * 2, 3);
  }

  /** Air in the ray's way: 0 outside the lungs, up to 1 in their middle. */
  double air(double x, double y) {
    double a = Math.abs(x);
    double in = inner(y);
    double out = outer(y);
    double border = Math.min(a - in, out - a);
    if (border <= 0 || y < APEX) {
      return 0;
    }
    // The chest is round: the ray's way through air grows quickly from the border.
    double across = Math.sqrt(clamp(border / 0.30));
    double above = clamp((diaphragm(x) - y) / 0.018);
    // The lung behind the dome goes on a little below it.
    double behind = 0.16 * clamp((diaphragm(x) + 0.10 - y) / 0.08);
    return across * Math.max(above, behind) * mix(0.82, 1, step(APEX, -0.3, y));
  }

  /** Whether a place is lung that is seen against air, above the diaphragm. */
  boolean inLung(double x, double y) {
    double a = Math.abs(x);
    return y > APEX && a > inner(y) + 0.02 && a < outer(y) - 0.02 && y < diaphragm(x);
  }

  /** Soft tissue of the trunk, neck and arms; 0 beside the body. */
  double body(double x, double y) {
    double a = Math.abs(x);
    double slope = step(shoulder - 0.30, shoulder + 0.16, y);
    double flare = 0.16 * bump(y - (shoulder + 0.20), 0.60);
    double trunk = slab(a, mix(0.26, 0.95 * lungWidth + 0.04 * build + flare, slope));
    // The arm hangs a little away from the trunk.
    double arm = a - (1.08 + 0.16 * (y - shoulder));
    double hanging = step(shoulder - 0.08, shoulder + 0.14, y);
    double limb = 0.62 * hanging * Math.sqrt(clamp(1 - arm * arm / 0.045));
    double fat = 1 + 0.6 * (build - 1);
    return fat * Math.max(trunk * mix(0.72, 1, slope), limb);
  }

  /** The way through a trunk of that half width: steep at the skin, then nearly even. */
  private static double slab(double a, double half) {
    double r = a / half;
    if (r >= 1) {
      return 0;
    }
    return 0.54 * Math.sqrt(1 - r * r * r * r) + 0.30 * Math.sqrt(clamp((1 - r) * 5));
  }

  /** Liver, spleen and gut below the diaphragm, with the stomach's gas under the left dome. */
  double abdomen(double x, double y) {
    double below = clamp((y - diaphragm(x)) / 0.02);
    double sides = clamp((outer(y) + 0.05 - Math.abs(x)) / 0.12);
    double dx = (x - 0.34) / 1.5;
    double dy = y - leftDome - 0.14;
    double gas = 0.75 * bump(Math.sqrt(dx * dx + dy * dy), bubble);
    return 0.30 * below * sides * (1 - gas) * mix(1, 1.25, x < 0 ? 1 : 0.4);
  }

  /** Heart, great vessels and what is around the spine; the windpipe takes some away. */
  double middle(double x, double y) {
    double width = mediastinum * (1 + 0.30 * step(-0.35, -0.80, y));
    double column = 0.22 * step(width + 0.07, width - 0.07, Math.abs(x + 0.01));
    double heart = 0;
    for (Ellipse part : heartParts) {
      heart = Math.max(heart, part.thickness(x, y));
    }
    double pipe = 0.14 * step(0.06, 0.03, Math.abs(x - 0.01)) * step(-0.22, -0.32, y);
    double above = 1 - 0.9 * clamp((y - diaphragm(x) + 0.03) / 0.05);
    // Overlapping parts do not add up fully: they are one mass, not two behind each other.
    double high = Math.max(column, heart);
    return above * (high + 0.15 * Math.min(column, heart)) - pipe;
  }

  /** Breast shadows; none in half of the chests. */
  double breasts(double x, double y) {
    double dx = Math.abs(x) - 0.50;
    double dy = y - 0.28;
    double r = Math.sqrt(dx * dx + dy * dy * (dy > 0 ? 1.9 : 0.45));
    return breast * Math.sqrt(clamp(1 - r * r / 0.16));
  }

  /** An ellipsoid with a steep but not hard border. */
  private record Ellipse(
      double x, double y, double a, double b, double cos, double sin, double density) {
    static Ellipse of(double x, double y, double a, double b, double turn, double density) {
      return new Ellipse(x, y, a, b, StrictMath.cos(turn), StrictMath.sin(turn), density);
    }

    double thickness(double atX, double atY) {
      double u = (cos * (atX - x) + sin * (atY - y)) / a;
      double v = (cos * (atY - y) - sin * (atX - x)) / b;
      double inside = 1 - u * u - v * v;
      return inside <= 0 ? 0 : density * Math.sqrt(Math.sqrt(inside));
    }
  }
}
