package org.radcam.zoo.domain;

import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.radcam.domain.Subspace;

/**
 * Principal components of a part of some vectors, by the eigenvectors of their covariance (or of
 * their Gram matrix, where there are fewer vectors than values).
 */
final class PrincipalComponents {
  /** Directions of less variance than this part of the largest are rounding. */
  private static final double SMALLEST = 1e-9;

  private PrincipalComponents() {}

  /**
   * The components of largest variance.
   *
   * @param vectors what to analyse; at least two that differ
   * @param offset first value of the part
   * @param length values of the part
   * @param count how many components; fewer where there is no variance left
   */
  static Subspace of(List<float[]> vectors, int offset, int length, int count) {
    int number = vectors.size();
    double[] mean = new double[length];
    for (float[] vector : vectors) {
      for (int n = 0; n < length; n++) {
        mean[n] += vector[offset + n] / (double) number;
      }
    }
    double[][] centred = new double[number][length];
    for (int m = 0; m < number; m++) {
      for (int n = 0; n < length; n++) {
        centred[m][n] = vectors.get(m)[offset + n] - mean[n];
      }
    }
    RealMatrix rows = MatrixUtils.createRealMatrix(centred);
    boolean tall = number > length;
    RealMatrix square = tall ? rows.transposeMultiply(rows) : rows.multiplyTransposed(rows);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(square);
    double largest = eigen.getEigenvalue(0);
    int kept = 0;
    while (kept < Math.min(count, square.getRowDimension())
        && eigen.getEigenvalue(kept) > SMALLEST * largest) {
      kept++;
    }
    if (kept == 0) {
      throw new IllegalArgumentException("The images are all alike");
    }
    float[] components = new float[kept * length];
    float[] deviations = new float[kept];
    for (int c = 0; c < kept; c++) {
      RealVector vector = eigen.getEigenvector(c);
      RealVector direction = (tall ? vector : rows.preMultiply(vector)).unitVector();
      for (int n = 0; n < length; n++) {
        components[c * length + n] = (float) direction.getEntry(n);
      }
      deviations[c] = (float) Math.sqrt(eigen.getEigenvalue(c) / Math.max(1, number - 1));
    }
    float[] means = new float[length];
    for (int n = 0; n < length; n++) {
      means[n] = (float) mean[n];
    }
    return new Subspace(means, components, deviations, 1, 1);
  }
}
