package org.radcam.zoo.phantom;

/**
 * Folded brain in a cavity: grey matter follows the cavity's wall and the sulci, white matter lies
 * within, fluid fills the rest. The sulci are where a smooth texture changes its sign.
 */
final class Cortex implements SpaceField {
  /** Deeper than this under the wall there are no sulci, in millimetres. */
  private static final double FOLDED = 16;

  /** Thickness of the grey matter in millimetres. */
  static final double RIBBON = 3.2;

  private final SpaceField cavity;
  private final SpaceNoise folds;
  private final double fluid;

  /**
   * A brain.
   *
   * @param cavity depth within the skull
   */
  Cortex(SpaceField cavity, Draw draw) {
    this.cavity = cavity;
    fluid = draw.between(0.8, 1.8);
    folds = new SpaceNoise(draw, 13, 1);
  }

  /** How deep a place is under the brain's surface; negative in the fluid. */
  @Override
  public double at(double x, double y, double z) {
    double depth = cavity.at(x, y, z) - fluid;
    if (depth < -3) {
      return depth;
    }
    // A lattice of 13 mm changes by about 0.1 a millimetre where it changes its sign.
    double fold = 10 * Math.abs(folds.at(x, y, z)) - 0.35 * fluid;
    return Math.min(depth, fold + Math.max(0, depth - FOLDED));
  }
}
