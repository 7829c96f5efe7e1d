package org.radcam.radiomics;

import java.util.Arrays;

/**
 * Counts by grey level and a second quantity (run length, zone size, zone distance, dependence),
 * and the features that these matrices share (IBSI sections 3.7 to 3.9 and 3.11; Galloway, Comput
 * Graph Image Process 1975;4:172; Chu et al., Pattern Recognit Lett 1990;11:415; Dasarathy and
 * Holder, Pattern Recognit Lett 1991;12:497).
 */
final class EmphasisMatrix {
  /** How many features the matrices share. */
  static final int FEATURES = 16;

  private final int[] levels;
  private final int[] quantities;
  private final int[] counts;
  private long voxels;

  /**
   * An empty matrix.
   *
   * @param levels the grey levels of its rows
   * @param quantities the values of its columns, from 1
   */
  EmphasisMatrix(int[] levels, int[] quantities) {
    this.levels = levels;
    this.quantities = quantities;
    this.counts = new int[levels.length * quantities.length];
  }

  /** Counts once; row and column count from 0. */
  void count(int row, int column) {
    counts[row * quantities.length + column]++;
  }

  /** More voxels that could have been counted: the denominator of the percentage. */
  void addVoxels(long more) {
    voxels += more;
  }

  void add(EmphasisMatrix other) {
    for (int n = 0; n < counts.length; n++) {
      counts[n] += other.counts[n];
    }
    voxels += other.voxels;
  }

  void clear() {
    Arrays.fill(counts, 0);
    voxels = 0;
  }

  /**
   * Short and long emphasis; low and high grey level emphasis; short low, short high, long low,
   * long high; grey level non-uniformity and the same normalised; non-uniformity of the second
   * quantity and the same normalised; percentage; variance of the grey level and of the second
   * quantity; entropy. All NaN for an empty matrix.
   */
  double[] features() {
    double[] f = new double[FEATURES];
    int columns = quantities.length;
    double[] byQuantity = new double[columns];
    double total = 0;
    double levelSum = 0;
    double quantitySum = 0;
    double levelSquares = 0;
    for (int row = 0; row < levels.length; row++) {
      double i2 = (double) levels[row] * levels[row];
      double rowSum = 0;
      for (int column = 0; column < columns; column++) {
        int count = counts[row * columns + column];
        if (count == 0) {
          continue;
        }
        double j2 = (double) quantities[column] * quantities[column];
        rowSum += count;
        byQuantity[column] += count;
        f[4] += count / (i2 * j2);
        f[5] += count * i2 / j2;
        f[6] += count * j2 / i2;
        f[7] += count * i2 * j2;
      }
      total += rowSum;
      levelSum += levels[row] * rowSum;
      levelSquares += rowSum * rowSum;
      f[2] += rowSum / i2;
      f[3] += rowSum * i2;
    }
    if (total == 0) {
      Arrays.fill(f, Double.NaN);
      return f;
    }
    double quantitySquares = 0;
    for (int column = 0; column < columns; column++) {
      double j2 = (double) quantities[column] * quantities[column];
      quantitySum += quantities[column] * byQuantity[column];
      quantitySquares += byQuantity[column] * byQuantity[column];
      f[0] += byQuantity[column] / j2;
      f[1] += byQuantity[column] * j2;
    }
    for (int n = 0; n < 8; n++) {
      f[n] /= total;
    }
    f[8] = levelSquares / total;
    f[9] = levelSquares / (total * total);
    f[10] = quantitySquares / total;
    f[11] = quantitySquares / (total * total);
    f[12] = total / voxels;
    spread(f, total, levelSum / total, quantitySum / total);
    return f;
  }

  private void spread(double[] f, double total, double levelMean, double quantityMean) {
    int columns = quantities.length;
    for (int n = 0; n < counts.length; n++) {
      if (counts[n] > 0) {
        double p = counts[n] / total;
        double i = levels[n / columns] - levelMean;
        double j = quantities[n % columns] - quantityMean;
        f[13] += i * i * p;
        f[14] += j * j * p;
        f[15] -= Entropy.term(p);
      }
    }
  }

  /** Sum of the squared probabilities, which is the dependence count energy (IBSI CAS9). */
  double energy() {
    double total = 0;
    double squares = 0;
    for (int count : counts) {
      total += count;
      squares += (double) count * count;
    }
    return squares / (total * total);
  }
}
