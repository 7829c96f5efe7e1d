package org.radcam.radiomics;

import java.util.Arrays;

/**
 * The discrete Fourier transform of a box of complex numbers whose sides are powers of two, in
 * place (radix 2; Cooley and Tukey, Math Comput 1965;19:297).
 */
final class Fft3 {
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

  private void alongAxis(int side, int stride) {
    double[] re = new double[side];
    double[] im = new double[side];
    double[] cos = new double[side / 2];
    double[] sin = new double[side / 2];
    for (int n = 0; n < side / 2; n++) {
      cos[n] = Math.cos(2 * Math.PI * n / side);
      sin[n] = -Math.sin(2 * Math.PI * n / side);
    }
    int unused = Integer.numberOfLeadingZeros(side) + 1;
    for (int block = 0; block < real.length; block += side * stride) {
      for (int first = block; first < block + stride; first++) {
        boolean empty = true;
        for (int n = 0; n < side; n++) {
          int reversed = side == 1 ? 0 : Integer.reverse(n) >>> unused;
          re[reversed] = real[first + n * stride];
          im[reversed] = imaginary[first + n * stride];
          empty &= re[reversed] == 0 && im[reversed] == 0;
        }
        if (empty) {
          continue;
        }
        butterflies(re, im, cos, sin);
        for (int n = 0; n < side; n++) {
          real[first + n * stride] = re[n];
          imaginary[first + n * stride] = im[n];
        }
      }
    }
  }

  private static void butterflies(double[] re, double[] im, double[] cos, double[] sin) {
    int side = re.length;
    for (int half = 1; half < side; half *= 2) {
      int skip = side / (2 * half);
      for (int start = 0; start < side; start += 2 * half) {
        for (int n = 0; n < half; n++) {
          int a = start + n;
          int b = a + half;
          double c = cos[n * skip];
          double s = sin[n * skip];
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
