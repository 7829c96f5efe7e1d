package org.radcam.zoo.phantom;

/**
 * Smooth random texture in space: {@link LatticeNoise} with a third axis. About -1 to 1; repeats
 * after {@value #SIDE} lattice points.
 */
final class SolidTexture {
  private static final int SIDE = 32;

  private final float[] lattice = new float[SIDE * SIDE * SIDE];
  private final double frequency;
  private final int octaves;

  /**
   * A texture.
   *
   * @param grain distance of the coarsest lattice points in mm: about the size of what is seen
   * @param octaves each has half the size and half the strength of the one before
   */
  SolidTexture(Draw draw, double grain, int octaves) {
    for (int n = 0; n < lattice.length; n++) {
      lattice[n] = (float) draw.between(-1, 1);
    }
    this.frequency = 1 / grain;
    this.octaves = octaves;
  }

  double at(double x, double y, double z) {
    double sum = 0;
    double total = 0;
    double scale = frequency;
    double strength = 1;
    for (int octave = 0; octave < octaves; octave++) {
      double apart = 7.3 * octave;
      sum += strength * single(x * scale + apart, y * scale + 2 * apart, z * scale + 3 * apart);
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
    double tx = Curves.step(0, 1, x - fx);
    double ty = Curves.step(0, 1, y - fy);
    int i = (int) fx;
    int j = (int) fy;
    int k = (int) fz;
    double near = plane(i, j, k, tx, ty);
    double far = plane(i, j, k + 1, tx, ty);
    return Curves.mix(near, far, Curves.step(0, 1, z - fz));
  }

  private double plane(int i, int j, int k, double tx, double ty) {
    return Curves.mix(
        Curves.mix(point(i, j, k), point(i + 1, j, k), tx),
        Curves.mix(point(i, j + 1, k), point(i + 1, j + 1, k), tx),
        ty);
  }

  private double point(int i, int j, int k) {
    // SIDE is a power of two, so that the lowest bits are the remainder, of negative numbers too.
    return lattice[((k & (SIDE - 1)) * SIDE + (j & (SIDE - 1))) * SIDE + (i & (SIDE - 1))];
  }
}
