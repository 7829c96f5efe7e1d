package org.radcam.image;

import java.util.Arrays;

/**
 * Changes the number of voxels of a volume, keeping its outer edges.
 *
 * <p>Separable triangle filter whose support grows with the reduction, so making an image smaller
 * does not alias. The weights are those of PIL's {@code BILINEAR} and of PyTorch's {@code
 * interpolate(mode="bilinear", antialias=True, align_corners=False)}: for output index o the centre
 * is c = (o + 0.5) s with s = in / out, the half width is max(s, 1), and weights w(t) = max(0, 1 -
 * |t + 0.5 - c| / max(s, 1)) over the covered inputs t are divided by their sum.
 */
public final class Resizer {
  private Resizer() {}

  public static Volume resize(Volume source, Size target) {
    Size in = source.size();
    float[] values = source.voxels();
    if (in.columns() != target.columns()) {
      values = alongAxis(values, 1, in.columns(), in.rows() * in.slices(), target.columns());
    }
    if (in.rows() != target.rows()) {
      values = alongAxis(values, target.columns(), in.rows(), in.slices(), target.rows());
    }
    if (in.slices() != target.slices()) {
      values = alongAxis(values, target.columns() * target.rows(), in.slices(), 1, target.slices());
    }
    if (values == source.voxels()) {
      values = values.clone();
    }
    return new Volume(source.geometry().withSize(target), values);
  }

  /** Filters one axis of an array of shape (outer, length, inner). */
  private static float[] alongAxis(float[] in, int inner, int length, int outer, int newLength) {
    double scale = (double) length / newLength;
    double support = Math.max(scale, 1);
    float[] out = new float[outer * newLength * inner];
    double[] weights = new double[(int) Math.ceil(2 * support) + 2];
    double[] sums = new double[inner];
    for (int o = 0; o < newLength; o++) {
      double centre = (o + 0.5) * scale;
      int first = Math.max(0, (int) Math.floor(centre - support));
      int last = Math.min(length, (int) Math.ceil(centre + support));
      double total = 0;
      for (int t = first; t < last; t++) {
        double weight = Math.max(0, 1 - Math.abs(t + 0.5 - centre) / support);
        weights[t - first] = weight;
        total += weight;
      }
      for (int block = 0; block < outer; block++) {
        Arrays.fill(sums, 0);
        for (int t = first; t < last; t++) {
          double weight = weights[t - first] / total;
          if (weight == 0) {
            continue;
          }
          int from = (block * length + t) * inner;
          for (int n = 0; n < inner; n++) {
            sums[n] += weight * in[from + n];
          }
        }
        int to = (block * newLength + o) * inner;
        for (int n = 0; n < inner; n++) {
          out[to + n] = (float) sums[n];
        }
      }
    }
    return out;
  }
}
