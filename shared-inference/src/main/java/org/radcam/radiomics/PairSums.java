package org.radcam.radiomics;

/**
 * Sums over all ordered pairs of two different voxels, weighted by their inverse distance.
 *
 * @param products of x1 x2
 * @param weights of 1
 * @param squares of x1 squared
 */
record PairSums(double products, double weights, double squares) {
  /** Voxels and what is summed. */
  interface Points {
    int count();

    /** Place in the box: column, row or slice, from 0. */
    int place(int point, int axis);

    double value(int point);
  }

  /**
   * Pair by pair. The weights of all steps that occur are computed once, and laid out so that a
   * voxel meets each row of its predecessors in one go, which processors do several voxels at a
   * time.
   *
   * @param points row by row, slice by slice
   * @param box number of places along each axis
   * @param spacing distance between neighbouring places along each axis
   */
  static PairSums direct(Points points, int[] box, double[] spacing) {
    double[] weights = rowsOfWeights(box, spacing);
    int width = 2 * box[0] - 1;
    int count = points.count();
    int[] i = new int[count];
    int[] j = new int[count];
    int[] k = new int[count];
    double[] values = new double[count];
    int[] starts = new int[count];
    int rows = 0;
    for (int n = 0; n < count; n++) {
      values[n] = points.value(n);
      i[n] = points.place(n, 0);
      j[n] = points.place(n, 1);
      k[n] = points.place(n, 2);
      if (n == 0 || i[n] != i[n - 1] + 1 || j[n] != j[n - 1] || k[n] != k[n - 1]) {
        starts[rows++] = n;
      }
    }
    double[] products = new double[count];
    double[] sums = new double[count];
    double[] squares = new double[count];
    for (int a = 1; a < count; a++) {
      double x = values[a];
      for (int row = 0; row < rows && starts[row] < a; row++) {
        int from = starts[row];
        int to = row + 1 < rows ? Math.min(starts[row + 1], a) : a;
        int step = (k[a] - k[from]) * box[1] + Math.abs(j[a] - j[from]);
        int shift = step * width + box[0] - 1 + i[from] - i[a] - from;
        for (int n = from; n < to; n++) {
          double weight = weights[n + shift];
          products[n] += weight * x;
          sums[n] += weight;
          squares[n] += weight * x * x;
        }
      }
    }
    double product = 0;
    double total = 0;
    double square = 0;
    for (int n = 0; n < count; n++) {
      product += 2 * products[n] * values[n];
      total += 2 * sums[n];
      square += squares[n] + sums[n] * values[n] * values[n];
    }
    return new PairSums(product, total, square);
  }

  /** Rows of inverse distances, of the steps backwards and forwards along the first axis. */
  private static double[] rowsOfWeights(int[] box, double[] spacing) {
    double[] weights = new double[(2 * box[0] - 1) * box[1] * box[2]];
    int at = 0;
    for (int k = 0; k < box[2]; k++) {
      for (int j = 0; j < box[1]; j++) {
        double y = j * spacing[1];
        double z = k * spacing[2];
        for (int i = 1 - box[0]; i < box[0]; i++) {
          double x = i * spacing[0];
          double square = x * x + y * y + z * z;
          weights[at++] = square == 0 ? 0 : 1 / Math.sqrt(square);
        }
      }
    }
    return weights;
  }

  /**
   * By Fourier transforms: a weight depends on the step between two voxels only, so the sums are
   * those of weights times correlations, which Parseval's theorem lets one take over the
   * transforms. n voxels cost n log n instead of n squared; the result differs by rounding only.
   */
  static PairSums spectral(Points points, int[] box, double[] spacing) {
    int[] sides = Fft3.doubled(box);
    Fft3 first = new Fft3(sides);
    Fft3 second = new Fft3(sides);
    for (int n = 0; n < points.count(); n++) {
      int cell =
          (points.place(n, 2) * sides[1] + points.place(n, 1)) * sides[0] + points.place(n, 0);
      double x = points.value(n);
      first.real()[cell] = x;
      first.imaginary()[cell] = 1;
      second.real()[cell] = x * x;
    }
    fillWeights(second.imaginary(), sides, box, spacing);
    first.transform();
    second.transform();
    return sums(first, second);
  }

  /**
   * The inverse distance of every step; 0 for the step to oneself. In a box that is larger than the
   * steps, the steps back lie at its end, as transforms have it.
   */
  private static void fillWeights(double[] weights, int[] sides, int[] box, double[] spacing) {
    for (int cell = 1; cell < weights.length; cell++) {
      int i = cell % sides[0];
      int j = cell / sides[0] % sides[1];
      int k = cell / (sides[0] * sides[1]);
      double x = step(i, sides[0], box[0]) * spacing[0];
      double y = step(j, sides[1], box[1]) * spacing[1];
      double z = step(k, sides[2], box[2]) * spacing[2];
      weights[cell] = 1 / Math.sqrt(x * x + y * y + z * z);
    }
  }

  private static int step(int index, int side, int box) {
    return index < box ? index : side - index;
  }

  /**
   * Each transform holds those of two real boxes, values and mask, squares and weights, which its
   * mirror takes apart.
   */
  private static PairSums sums(Fft3 first, Fft3 second) {
    double products = 0;
    double weights = 0;
    double squares = 0;
    int cells = first.real().length;
    for (int f = 0; f < cells; f++) {
      int m = first.mirror(f);
      double valueRe = (first.real()[f] + first.real()[m]) / 2;
      double valueIm = (first.imaginary()[f] - first.imaginary()[m]) / 2;
      double maskRe = (first.imaginary()[f] + first.imaginary()[m]) / 2;
      double maskIm = (first.real()[m] - first.real()[f]) / 2;
      double squareRe = (second.real()[f] + second.real()[m]) / 2;
      double squareIm = (second.imaginary()[f] - second.imaginary()[m]) / 2;
      double weight = (second.imaginary()[f] + second.imaginary()[m]) / 2;
      products += weight * (valueRe * valueRe + valueIm * valueIm);
      weights += weight * (maskRe * maskRe + maskIm * maskIm);
      squares += weight * (squareRe * maskRe + squareIm * maskIm);
    }
    return new PairSums(products / cells, weights / cells, squares / cells);
  }
}
