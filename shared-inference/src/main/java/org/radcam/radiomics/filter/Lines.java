package org.radcam.radiomics.filter;

import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;

/** Filters the lines of a volume along an axis. */
final class Lines {
  private Lines() {}

  /** The intensities; one that is not finite would spread, and is refused. */
  static double[] values(Volume image) {
    double[] values = new double[image.voxels().length];
    for (int n = 0; n < values.length; n++) {
      if (!Float.isFinite(image.voxels()[n])) {
        throw new UserException(
            "The image has voxels without a finite intensity, which cannot be filtered.");
      }
      values[n] = image.voxels()[n];
    }
    return values;
  }

  static Volume volume(Geometry geometry, double[] values) {
    float[] voxels = new float[values.length];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = (float) values[n];
    }
    return new Volume(geometry, voxels);
  }

  /**
   * Convolves along an axis with a symmetric kernel; the outermost voxels are repeated.
   *
   * @param count voxels along the axis
   * @param stride from a voxel to the next along the axis
   */
  static double[] convolve(double[] in, int count, int stride, double[] kernel) {
    int reach = kernel.length / 2;
    double[] out = new double[in.length];
    double[] line = new double[count + 2 * reach];
    for (int block = 0; block < in.length; block += count * stride) {
      for (int first = block; first < block + stride; first++) {
        for (int n = 0; n < line.length; n++) {
          int at = Math.max(0, Math.min(count - 1, n - reach));
          line[n] = in[first + at * stride];
        }
        for (int n = 0; n < count; n++) {
          double sum = 0;
          for (int k = 0; k < kernel.length; k++) {
            sum += kernel[k] * line[n + k];
          }
          out[first + n * stride] = sum;
        }
      }
    }
    return out;
  }

  /**
   * Convolves along an axis as if its lines were rings: out(n) = sum over k of kernel(k) in(n +
   * shift - k).
   */
  static double[] convolveRings(double[] in, int count, int stride, double[] kernel, int shift) {
    double[] out = new double[in.length];
    double[] line = new double[count];
    for (int block = 0; block < in.length; block += count * stride) {
      for (int first = block; first < block + stride; first++) {
        for (int n = 0; n < count; n++) {
          line[n] = in[first + n * stride];
        }
        for (int n = 0; n < count; n++) {
          double sum = 0;
          for (int k = 0; k < kernel.length; k++) {
            sum += kernel[k] * line[Math.floorMod(n + shift - k, count)];
          }
          out[first + n * stride] = sum;
        }
      }
    }
    return out;
  }
}
