package org.radcam.zoo.phantom;

/**
 * Smooth random texture in space: random values on a cubic lattice, interpolated, in several
 * octaves, each of half the size and half the strength (value noise). About -1 to 1. The
 * three-dimensional sister of {@link LatticeNoise}.
 */
final class SpaceNoise implements SpaceField {
  /** A power of two; the lattice repeats after so many points. */
  private static final int SIDE = 32;

  private static final int WRAP = SIDE - 1;

  private final double[] lattice = new double[SIDE * SIDE * SIDE];
  private final double frequency;
  private final int octaves;

  /**
   * A texture.
   *
   * @param size distance between lattice points in millimetres
   */
  SpaceNoise(Draw draw, double size, int octaves) {
    for (int n = 0; n < lattice.length; n++) {
      lattice[n] = draw.between(-1, 1);
    }
    this.frequency = 1 / size;
    this.octaves = octaves;
  }

  @Override
  public double at(double x, double y, double z) {
    // The lattice is turned against the axes, so that its rows do not show in axial slices.
    double u = 0.8 * x - 0.6 * y;
    double v = 0.48 * x + 0.64 * y - 0.6 * z;
    double w = 0.36 * x + 0.48 * y + 0.8 * z;
    double sum = 0;
    double total = 0;
    double scale = frequency;
    double strength = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += strength * single(u * scale + 7.3 * octave, v * scale + 5.7 * octave, w * scale);
      total += strength;
      scale *= 2;
      strength /= 2;
    }
    return sum / total;
  }

  private double single(double x, double y, double z) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    double fz = Math.floor(z);
    double tx = smooth(x - fx);
    double ty = smooth(y - fy);
    int k = (int) fz;
    return Curves.mix(plane(fx, fy, k, tx, ty), plane(fx, fy, k + 1, tx, ty), smooth(z - fz));
  }

  private double plane(double fx, double fy, int k, double tx, double ty) {
    int i = (int) fx & WRAP;
    int next = (i + 1) & WRAP;
    int row = ((k & WRAP) * SIDE + ((int) fy & WRAP)) * SIDE;
    int below = ((k & WRAP) * SIDE + (((int) fy + 1) & WRAP)) * SIDE;
    return Curves.mix(
        Curves.mix(lattice[row + i], lattice[row + next], tx),
        Curves.mix(lattice[below + i], lattice[below + next], tx),
        ty);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
