package org.radcam.zoo.phantom;

/**
 * Smooth random texture: random values on a square lattice, interpolated, in several octaves, each
 * of half the size and half the strength (value noise). About -1 to 1.
 */
final class LatticeNoise {
  /** A power of two: the lattice repeats itself. */
  private static final int SIDE = 64;

  private static final int LAST = SIDE - 1;

  private final double[] lattice = new double[SIDE * SIDE];
  private final double frequency;
  private final int octaves;

  /**
   * A texture.
   *
   * @param frequency lattice points for each unit of length
   */
  LatticeNoise(Draw draw, double frequency, int octaves) {
    for (int n = 0; n < lattice.length; n++) {
      lattice[n] = draw.between(-1, 1);
    }
    this.frequency = frequency;
    this.octaves = octaves;
  }

  double at(double x, double y) {
    double sum = 0;
    double total = 0;
    double scale = frequency;
    double strength = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += strength * single(x * scale + 17.3 * octave, y * scale + 5.7 * octave);
      total += strength;
      scale *= 2;
      strength /= 2;
    }
    return sum / total;
  }

  private double single(double x, double y) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    double tx = Curves.step(0, 1, x - fx);
    double ty = Curves.step(0, 1, y - fy);
    int left = (int) fx & LAST;
    int right = left + 1 & LAST;
    int above = ((int) fy & LAST) * SIDE;
    int below = ((int) fy + 1 & LAST) * SIDE;
    return Curves.mix(
        Curves.mix(lattice[above + left], lattice[above + right], tx),
        Curves.mix(lattice[below + left], lattice[below + right], tx),
        ty);
  }
}
