package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.bump;
import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.step;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies before and behind a spine in a lateral X-ray: soft tissue up to the skin of the back,
 * and each only in some pictures: lung above the diaphragm, ribs, gas in the gut, a calcified
 * aorta. Places as in {@link Spine}.
 */
final class SpineSurroundings implements Canvas.Painter {
  private final double tissue;
  private final double slope;
  private final double skin;
  private final double lung;
  private final double diaphragm;
  private final double aorta;
  private final double aortaAt;
  private final List<Rib> ribs = new ArrayList<>();
  private final List<double[]> gas = new ArrayList<>();
  private final LatticeNoise clouds;
  private final LatticeNoise patches;

  SpineSurroundings(Draw draw) {
    tissue = draw.between(0.38, 0.55);
    slope = draw.between(-0.0012, 0.0012);
    skin = draw.between(52, 85);
    lung = draw.chance(0.45) ? draw.between(0.10, 0.20) : 0;
    diaphragm = draw.between(-60, -5);
    aorta = draw.chance(0.3) ? draw.between(0.06, 0.14) : 0;
    aortaAt = draw.between(-32, -25);
    int ribCount = draw.chance(0.65) ? 1 + draw.choice(4) : 0;
    double ribSlope = draw.between(0.7, 1.6);
    for (int n = 0; n < ribCount; n++) {
      double start = draw.between(-75, 15);
      double bend = draw.between(-0.006, 0.006);
      ribs.add(new Rib(start, ribSlope, bend, draw.between(3, 4.5), draw.between(0.05, 0.10)));
    }
    int bubbles = draw.choice(5);
    for (int n = 0; n < bubbles; n++) {
      gas.add(
          new double[] {
            draw.between(-80, -20),
            draw.between(-20, 80),
            draw.between(6, 18),
            draw.between(0.06, 0.16)
          });
    }
    clouds = new LatticeNoise(draw, 0.025, 4);
    patches = new LatticeNoise(draw, 0.12, 2);
  }

  /** A line from the back above to the front below. */
  private record Rib(double start, double slope, double bend, double radius, double density) {
    double at(double x, double y) {
      double line = start - slope * x + bend * x * x;
      double steep = 2 * bend * x - slope;
      double off = Math.abs(y - line) / Math.sqrt(1 + steep * steep) / radius;
      return off >= 1 ? 0 : density * clamp((1 - off) * 4) * (0.55 + 0.45 * off * off);
    }
  }

  @Override
  public double at(double x, double y) {
    double within = Math.sqrt(clamp((skin + 4 * clouds.at(0, y) - x) / 45));
    double sum = tissue * within * (1 + 0.16 * clouds.at(x, y)) + slope * y;
    double dome = diaphragm + 0.006 * (x + 35) * (x + 35);
    sum -= lung * step(dome + 2, dome - 2, y) * step(skin - 10, skin - 40, x);
    for (Rib rib : ribs) {
      sum += rib.at(x, y);
    }
    for (double[] bubble : gas) {
      double dx = x - bubble[0];
      double dy = (y - bubble[1]) * 1.3;
      double far = Math.sqrt(dx * dx + dy * dy) * (1 + 0.3 * patches.at(x, y));
      sum -= bubble[3] * step(bubble[2], 0.35 * bubble[2], far);
    }
    if (aorta > 0) {
      double off = x - aortaAt - 2 * clouds.at(3, y) * 2;
      sum += aorta * bump(off, 1.2) * step(-0.1, 0.3, patches.at(0.5 * x, 0.5 * y));
    }
    return Math.max(0, sum);
  }
}
