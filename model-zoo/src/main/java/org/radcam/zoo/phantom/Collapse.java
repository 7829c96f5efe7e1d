package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.clamp;
import static org.radcam.zoo.phantom.Curves.step;

/**
 * What a compression has made of a vertebral body's endplates and front wall.
 *
 * <ul>
 *   <li>grade 0: at most 9 % of the height lost, smooth endplates
 *   <li>grade 1: 20 to 35 % lost at the front (wedge) or in the middle (biconcave), endplates
 *       uneven by about half a millimetre, front wall buckled by up to a millimetre
 *   <li>grade 2: 46 to 65 % lost (wedge, biconcave or crush), the upper endplate broken with a step
 *       of 2 to 4 mm, the cortex of the front wall stepped by 1.5 to 3 mm, the back wall bulging
 * </ul>
 *
 * <p>The share lost is that of the intact height, where the loss is largest, without the step and
 * the unevenness. Coordinates: u from -1 (front) to 1 (back), w from -1 to 1 across the body.
 */
final class Collapse {
  /** Less is never left of a height. */
  private static final double LEAST_LEFT = 0.28;

  private static final String WEDGE = "wedge";
  private static final String BICONCAVE = "biconcave";
  private static final String CRUSH = "crush";

  private final String form;
  private final double lost;
  private final double upperShare;
  private final double uneven;
  private final double breakAt;
  private final double breakDepth;
  private final double buckle;
  private final double bulge;
  private final double impaction;
  private final LatticeNoise upperEdge;
  private final LatticeNoise lowerEdge;

  /**
   * A collapse.
   *
   * @param grade 0, 1 or 2
   */
  Collapse(int grade, Draw draw) {
    double kind = draw.between(0, 1);
    double share = draw.between(0, 1);
    double rough = draw.between(0, 1);
    double apart = draw.between(0, 1);
    double dense = draw.between(0, 1);
    form = kind < 0.5 ? WEDGE : kind < 0.8 || grade < 2 ? BICONCAVE : CRUSH;
    lost = grade == 0 ? 0.09 * share : grade == 1 ? 0.20 + 0.15 * share : 0.46 + 0.19 * share;
    upperShare = form.equals(BICONCAVE) ? draw.between(0.4, 0.7) : draw.between(0.8, 1);
    uneven = grade == 0 ? 0.2 : grade == 1 ? 0.5 + 0.4 * rough : 0.9 + 0.8 * rough;
    breakAt = draw.between(-0.4, 0.4);
    breakDepth = grade == 2 ? 1.8 + 2 * apart : 0;
    buckle = grade == 0 ? 0 : grade == 1 ? 0.4 + 0.6 * apart : 1.5 + 1.7 * apart;
    bulge = grade == 2 ? 1 + 2.5 * rough : 0;
    // Intact bodies may be dense under a worn endplate too.
    impaction = grade == 0 ? 0.25 * dense : 0.10 + 0.35 * dense;
    upperEdge = new LatticeNoise(draw, 0.16, 3);
    lowerEdge = new LatticeNoise(draw, 0.16, 3);
  }

  /** Share of the height that is lost, at the front, when the body above tips forward. */
  double lostInFront() {
    return form.equals(BICONCAVE) ? 0.3 * lost : lost;
  }

  /** Share of the height that is lost at the back. */
  double lostBehind() {
    return form.equals(CRUSH) ? 0.7 * lost : 0;
  }

  /** By how many mm the upper endplate lies lower than in the intact body. */
  double upperDrop(double u, double w, double height, double depth) {
    double piece = breakDepth * step(breakAt + 0.06, breakAt - 0.06, u + 0.1 * w);
    double drop = upperShare * height * lost * profile(u, w) + piece;
    double most = (1 - LEAST_LEFT) * height - lowerRise(u, w, height, depth);
    return Math.min(most, drop + uneven * upperEdge.at(u * depth, 8 * w));
  }

  /** By how many mm the lower endplate lies higher. */
  double lowerRise(double u, double w, double height, double depth) {
    return (1 - upperShare) * height * lost * profile(u, w)
        + 0.6 * uneven * lowerEdge.at(u * depth, 8 * w);
  }

  private double profile(double u, double w) {
    double front = 0.5 * (1 - u);
    return switch (form) {
      case WEDGE -> clamp(front) * (0.45 + 0.55 * clamp(front));
      case BICONCAVE -> clamp(1.25 * (1 - u * u)) * (1 - 0.25 * w * w);
      default -> 0.7 + 0.3 * clamp(front);
    };
  }

  /**
   * By how many mm the front wall stands out.
   *
   * @param share of the way from the upper (0) to the lower endplate (1)
   */
  double frontStep(double share) {
    return buckle * step(0.50, 0.38, share);
  }

  /** By how many mm the back wall stands out into the canal. */
  double backBulge(double share) {
    return bulge * step(0.65, 0.15, share);
  }

  /** How much denser the spongy bone is at a distance in mm below the upper endplate. */
  double impactionAt(double below) {
    return 1 + 2.2 * impaction * Curves.bump(Math.max(0, below - 1.5), 6);
  }
}
