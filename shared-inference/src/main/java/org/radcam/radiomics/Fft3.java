package org.radcam.radiomics;

import java.util.Arrays;

/**
 * The discrete Fourier transform of a box of complex numbers whose sides are powers of two, in
 * place (radix 2; Cooley and Tukey, Math Comput 1965;19:297).
 */
final class Fft3 {
  /** So many numbers fill a line of the processor's cache. */
  private static final int BATCH = 8;

  private final int[] sides;
  private final double[] real;
  private final double[] imaginary;

  /**
   * An empty box.
   *
   * @param sides number of cells along each axis, the fastest first; powers of two
   */
  Fft3(int[] sides) {
    this.sides = sides.clone();
    this.real = new double[sides[0] * sides[1] * sides[2]];
    this.imaginary = new double[real.length];
  }

  /**
   * The sides of a box in which shifts of a smaller one do not come round: powers of two, at least
   * twice the smaller box's less one.
   */
  static int[] doubled(int[] box) {
    return Arrays.stream(box).map(n -> Integer.highestOneBit(4 * n - 3)).toArray();
  }

  double[] real() {
    return real;
  }

  double[] imaginary() {
    return imaginary;
  }

  /** The cell with the negative frequencies of a cell. */
  int mirror(int cell) {
    int x = cell % sides[0];
    int y = cell / sides[0] % sides[1];
    int z = cell / (sides[0] * sides[1]);
    int mx = -x & (sides[0] - 1);
    int my = -y & (sides[1] - 1);
    int mz = -z & (sides[2] - 1);
    return (mz * sides[1] + my) * sides[0] + mx;
  }

  void transform() {
    int stride = 1;
    for (int side : sides) {
      alongAxis(side, stride);
      stride *= side;
    }
  }

  /** Several lines at a time, since neighbours in memory belong to neighbouring lines. */
  private void alongAxis(int side, int stride) {
    if (side == 1) {
      return;
    }
    int lines = real.length / side;
    int batch = Math.min(BATCH, lines);
    double[] re = new double[side * batch];
    double[] im = new double[side * batch];
    double[] cos = new double[side / 2];
    double[] sin = new double[side / 2];
    for (int n = 0; n < side / 2; n++) {
      cos[n] = Math.cos(2 * Math.PI * n / side);
      sin[n] = -Math.sin(2 * Math.PI * n / side);
    }
    int unused = Integer.numberOfLeadingZeros(side) + 1;
    int[] starts = new int[batch];
    for (int line = 0; line < lines; line += batch) {
      for (int l = 0; l < batch; l++) {
        starts[l] = (line + l) / stride * side * stride + (line + l) % stride;
      }
      boolean empty = true;
      for (int n = 0; n < side; n++) {
        int reversed = (Integer.reverse(n) >>> unused) * batch;
        for (int l = 0; l < batch; l++) {
          double r = real[starts[l] + n * stride];
          double i = imaginary[starts[l] + n * stride];
          re[reversed + l] = r;
          im[reversed + l] = i;
          empty &= r == 0 && i == 0;
        }
      }
      if (empty) {
        continue;
      }
      butterflies(re, im, cos, sin, side, batch);
      for (int n = 0; n < side; n++) {
        for (int l = 0; l < batch; l++) {
          real[starts[l] + n * stride] = re[n * batch + l];
          imaginary[starts[l] + n * stride] = im[n * batch + l];
        }
      }
    }
  }

  private static void butterflies(
      double[] re, double[] im, double[] cos, double[] sin, int side, int batch) {
    for (int half = 1; half < side; half *= 2) {
      int skip = side / (2 * half);
      for (int start = 0; start < side; start += 2 * half) {
        for (int n = 0; n < half; n++) {
          double c = cos[n * skip];
          double s = sin[n * skip];
          int from = (start + n) * batch;
          for (int a = from; a < from + batch; a++) {
            int b = a + half * batch;
            double r = re[b] * c - im[b] * s;
            double i = re[b] * s + im[b] * c;
            re[b] = re[a] - r;
            im[b] = im[a] - i;
            re[a] += r;
            im[a] += i;
          }
        }
      }
    }
  }
}
