package org.radcam.prepare;

import org.radcam.image.Volume;

/** Voxel-wise arithmetic for the steps. */
final class Values {
  private Values() {}

  /** A function of one float. */
  interface FloatFunction {
    float apply(float value);
  }

  static Volume map(Volume volume, FloatFunction function) {
    float[] in = volume.voxels();
    float[] out = new float[in.length];
    for (int n = 0; n < in.length; n++) {
      out[n] = function.apply(in[n]);
    }
    return new Volume(volume.geometry(), out);
  }

  /** (v - low) / (high - low), clipped to 0..1; all 0 where low = high. */
  static Volume toUnitRange(Volume volume, double low, double high) {
    double scale = high > low ? 1 / (high - low) : 0;
    return map(volume, v -> (float) Math.max(0, Math.min(1, (v - low) * scale)));
  }
}
