package org.radcam.radiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * One level of the undecimated (stationary) wavelet transform with Daubechies' coiflet of 6 taps
 * ("coif1"; Daubechies, Ten Lectures on Wavelets, 1992, section 8.2), as pyradiomics takes it:
 * along each axis a low-pass (L) or high-pass (H) filter, lines closed to rings, an odd number of
 * voxels first made even by repeating the line's first voxel.
 */
public final class Wavelet {
  private static final double ROOT = Math.sqrt(7);

  /** The low-pass decomposition filter; its sum is the root of 2. */
  private static final double[] LOW = low();

  private static final double[] HIGH = high();

  private Wavelet() {}

  /**
   * All eight images of a volume, or four of a single slice, by name. The letters name the filter
   * along i, j and k.
   *
   * @throws org.radcam.UserException if an intensity is not finite
   */
  public static Map<String, Volume> transform(Volume image) {
    Size size = image.size();
    int[] counts = {size.columns(), size.rows(), size.slices()};
    int[] even = counts.clone();
    int axes = size.slices() == 1 ? 2 : 3;
    for (int axis = 0; axis < axes; axis++) {
      even[axis] += counts[axis] % 2;
    }
    Map<String, double[]> parts = new LinkedHashMap<>();
    parts.put("", padded(Lines.values(image), counts, even));
    int stride = 1;
    for (int axis = 0; axis < axes; axis++) {
      Map<String, double[]> finer = new LinkedHashMap<>();
      for (Map.Entry<String, double[]> part : parts.entrySet()) {
        finer.put(
            part.getKey() + "L",
            Lines.convolveRings(part.getValue(), even[axis], stride, LOW, LOW.length / 2));
        finer.put(
            part.getKey() + "H",
            Lines.convolveRings(part.getValue(), even[axis], stride, HIGH, HIGH.length / 2));
      }
      parts = finer;
      stride *= even[axis];
    }
    Map<String, Volume> images = new LinkedHashMap<>();
    parts.forEach(
        (name, values) ->
            images.put(name, Lines.volume(image.geometry(), padded(values, even, counts))));
    return images;
  }

  /** Cut to, or continued as rings to, other numbers of voxels. */
  private static double[] padded(double[] values, int[] from, int[] to) {
    double[] out = new double[to[0] * to[1] * to[2]];
    int at = 0;
    for (int k = 0; k < to[2]; k++) {
      for (int j = 0; j < to[1]; j++) {
        for (int i = 0; i < to[0]; i++) {
          out[at++] = values[((k % from[2]) * from[1] + j % from[1]) * from[0] + i % from[0]];
        }
      }
    }
    return out;
  }

  private static double[] low() {
    double unit = 16 * Math.sqrt(2);
    return new double[] {
      (ROOT - 3) / unit,
      (1 - ROOT) / unit,
      (14 - 2 * ROOT) / unit,
      (14 + 2 * ROOT) / unit,
      (5 + ROOT) / unit,
      (1 - ROOT) / unit
    };
  }

  /** The quadrature mirror of the low-pass filter. */
  private static double[] high() {
    double[] high = new double[LOW.length];
    for (int n = 0; n < high.length; n++) {
      high[n] = (n % 2 == 0 ? -1 : 1) * LOW[LOW.length - 1 - n];
    }
    return high;
  }
}
