package org.radcam.prepare;

/**
 * Exact percentiles in linear time, by counting: floats are mapped to integers of the same order
 * and the wanted rank is found in two passes of 16 bits.
 *
 * <p>Definition: rank h = p / 100 (n - 1), linear between the neighbours; type 7 of Hyndman and Fan
 * (Am Stat 1996;50:361), the default of NumPy.
 */
public final class Percentiles {
  private Percentiles() {}

  /** The values at some percentiles (0 to 100) of finite values. */
  public static double[] of(float[] values, double... percents) {
    double[] result = new double[percents.length];
    for (int n = 0; n < percents.length; n++) {
      double rank = percents[n] / 100 * (values.length - 1);
      int below = (int) Math.floor(rank);
      double low = ordered(values, below);
      double fraction = rank - below;
      result[n] = fraction == 0 ? low : low + fraction * (ordered(values, below + 1) - low);
    }
    return result;
  }

  /** The value of a rank, 0 being the smallest. */
  private static float ordered(float[] values, int rank) {
    int[] counts = new int[1 << 16];
    for (float value : values) {
      counts[sortable(value) >>> 16]++;
    }
    int high = 0;
    int left = rank;
    while (left >= counts[high]) {
      left -= counts[high++];
    }
    int[] lowCounts = new int[1 << 16];
    for (float value : values) {
      int bits = sortable(value);
      if (bits >>> 16 == high) {
        lowCounts[bits & 0xFFFF]++;
      }
    }
    int low = 0;
    while (left >= lowCounts[low]) {
      left -= lowCounts[low++];
    }
    int bits = high << 16 | low;
    return Float.intBitsToFloat(bits < 0 ? bits & 0x7FFFFFFF : ~bits);
  }

  /** Unsigned integer order of the result is the order of the floats. */
  private static int sortable(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits < 0 ? ~bits : bits | 0x80000000;
  }
}
