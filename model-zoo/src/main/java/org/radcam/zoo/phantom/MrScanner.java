package org.radcam.zoo.phantom;

import org.radcam.image.Geometry;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Turns signals into what a scanner stores: an arbitrary scale, a coil that sees some places better
 * than others (bias field), Rician noise, whole numbers. A quantitative map has neither scale nor
 * bias, and is 0 where there is no signal.
 */
final class MrScanner {
  /** Below this there is too little signal for an ADC, in 1e-6 mm2/s. */
  private static final double FAINT = 150;

  private final boolean quantitative;
  private final double scale;
  private final double unevenness;
  private final double grain;
  private final SpaceNoise bias;
  private final Draw noise;

  MrScanner(boolean quantitative, Draw draw) {
    this.quantitative = quantitative;
    // From 160 to 1600: scanners' units are arbitrary.
    scale = quantitative ? 1 : StrictMath.pow(10, draw.between(2.2, 3.2));
    unevenness = quantitative ? 0 : draw.between(0.08, 0.24);
    grain = quantitative ? draw.between(35, 70) : draw.between(0.018, 0.04);
    bias = new SpaceNoise(draw.split(), 90, 1);
    noise = draw.split();
  }

  /**
   * Stored values on a grid.
   *
   * @param signal of patient coordinates
   */
  Volume scan(Geometry grid, SpaceField signal) {
    float[] stored = new float[grid.size().voxels()];
    Vector3 stepI = grid.direction().i().times(grid.spacing().x());
    int n = 0;
    for (int k = 0; k < grid.size().slices(); k++) {
      for (int j = 0; j < grid.size().rows(); j++) {
        Vector3 row = grid.toPatient(0, j, k);
        for (int i = 0; i < grid.size().columns(); i++) {
          double x = row.x() + i * stepI.x();
          double y = row.y() + i * stepI.y();
          double z = row.z() + i * stepI.z();
          double clean = signal.at(x, y, z) * (1 + unevenness * bias.at(x, y, z));
          stored[n++] = (float) Math.rint(scale * (quantitative ? measured(clean) : rician(clean)));
        }
      }
    }
    return new Volume(grid, stored);
  }

  /** The length of a complex number with noise in both parts. */
  private double rician(double clean) {
    double real = clean + grain * noise.noise();
    double imaginary = grain * noise.noise();
    return Math.sqrt(real * real + imaginary * imaginary);
  }

  private double measured(double clean) {
    double value = clean + grain * noise.noise();
    return clean < FAINT ? 0 : Math.max(0, value);
  }
}
