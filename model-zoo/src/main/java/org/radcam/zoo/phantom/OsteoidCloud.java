package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Curves.step;

/**
 * Osteoid matrix as a bone-forming tumour lays it down: amorphous, confluent clouds with fluffy
 * borders (the ivory or cumulus pattern).
 */
final class OsteoidCloud implements BoneMineral {
  private static final int HALVINGS = 24;

  @Override
  public double[] shares(LesionVoxels voxels, double amount, Draw draw) {
    SpaceNoise clouds = new SpaceNoise(draw, draw.between(8, 12), 3);
    double fluff = draw.between(0.16, 0.30);
    double[] field = new double[voxels.count()];
    for (int n = 0; n < field.length; n++) {
      double noise = clouds.at(voxels.x()[n], voxels.y()[n], voxels.z()[n]);
      field[n] = noise + 1.2 * (voxels.room()[n] - 1);
    }
    double low = -3;
    double high = 2;
    // The mean falls as the threshold rises.
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = 0.5 * (low + high);
      if (mean(field, middle, fluff) > amount) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] shares = new double[field.length];
    for (int n = 0; n < shares.length; n++) {
      shares[n] = step(high - fluff, high + fluff, field[n]);
    }
    return shares;
  }

  private static double mean(double[] field, double threshold, double fluff) {
    double sum = 0;
    for (double value : field) {
      sum += step(threshold - fluff, threshold + fluff, value);
    }
    return sum / field.length;
  }
}
