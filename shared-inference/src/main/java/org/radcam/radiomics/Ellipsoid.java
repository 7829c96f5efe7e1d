package org.radcam.radiomics;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * An ellipsoid by its semi-axes.
 *
 * @param a longest
 * @param b middle
 * @param c shortest
 */
record Ellipsoid(double a, double b, double c) {
  /** The IBSI stops the series of the surface after this term (RDD2). */
  private static final int TERMS = 20;

  /** Relative difference of the enclosing ellipsoid's volume from the smallest. */
  private static final double TOLERANCE = 1e-3;

  private static final int MAX_ROUNDS = 100_000;

  /**
   * The approximate enclosing ellipsoid: semi-axes are twice the roots of the eigenvalues of the
   * covariance of the voxel centres (IBSI TDIC, 6BDE). The covariance is the sample's (n - 1),
   * which the reference values for the digital phantom need; all are NaN for a single voxel.
   */
  static Ellipsoid ofPrincipalAxes(RoiGrid roi) {
    int[] shape = roi.shape();
    double[] s = roi.spacing();
    double[] mean = new double[3];
    for (int voxel : shape) {
      mean[0] += roi.column(voxel) * s[0] / shape.length;
      mean[1] += roi.row(voxel) * s[1] / shape.length;
      mean[2] += roi.slice(voxel) * s[2] / shape.length;
    }
    double[][] covariance = new double[3][3];
    for (int voxel : shape) {
      double[] d = {
        roi.column(voxel) * s[0] - mean[0],
        roi.row(voxel) * s[1] - mean[1],
        roi.slice(voxel) * s[2] - mean[2]
      };
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          covariance[i][j] += d[i] * d[j] / (shape.length - 1);
        }
      }
    }
    if (shape.length == 1) {
      return new Ellipsoid(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] values = eigenvalues(MatrixUtils.createRealMatrix(covariance));
    return new Ellipsoid(
        2 * Math.sqrt(values[0]), 2 * Math.sqrt(values[1]), 2 * Math.sqrt(values[2]));
  }

  /**
   * The smallest ellipsoid around points, to a thousandth of its volume: Khachiyan's ascent (Math
   * Oper Res 1996;21:307) in the form of Todd and Yildirim (Discrete Appl Math 2007;155:1731), then
   * widened so that it holds every point.
   */
  static Ellipsoid around(double[][] points) {
    int count = points.length;
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    double[][] lifted = new double[count][];
    double[] centre = centre(points, weights);
    for (int n = 0; n < count; n++) {
      double[] d = Vectors.minus(points[n], centre);
      lifted[n] = new double[] {d[0], d[1], d[2], 1};
    }
    // The bound on the volume that a step's excess gives: (1 + excess) ^ (4 / 2).
    double enough = 4 * TOLERANCE / 2;
    RealMatrix inverse = inverse(lifted, weights);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      int worst = 0;
      double most = Double.NEGATIVE_INFINITY;
      int closest = -1;
      double least = Double.POSITIVE_INFINITY;
      double[][] m = inverse.getData();
      for (int n = 0; n < count; n++) {
        double size = form(m, lifted[n]);
        if (size > most) {
          most = size;
          worst = n;
        }
        if (weights[n] > 1e-12 && size < least) {
          least = size;
          closest = n;
        }
      }
      if (most - 4 <= enough && 4 - least <= enough) {
        break;
      }
      // Towards the point farthest outside, or away from the weighted point farthest inside.
      boolean towards = most - 4 >= 4 - least;
      int chosen = towards ? worst : closest;
      double size = towards ? most : least;
      double step = (size - 4) / (4 * (size - 1));
      if (!towards) {
        step = Math.max(step, -weights[chosen] / (1 - weights[chosen]));
      }
      for (int n = 0; n < count; n++) {
        weights[n] *= 1 - step;
      }
      weights[chosen] = Math.max(0, weights[chosen] + step);
      inverse = inverse(lifted, weights);
    }
    return shape(points, weights);
  }

  private static Ellipsoid shape(double[][] points, double[] weights) {
    double[] centre = centre(points, weights);
    double[][] spread = new double[3][3];
    for (int n = 0; n < points.length; n++) {
      double[] d = Vectors.minus(points[n], centre);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          // In this order rounding leaves it symmetric.
          spread[i][j] += 3 * weights[n] * (d[i] * d[j]);
        }
      }
    }
    RealMatrix matrix = MatrixUtils.createRealMatrix(spread);
    double[][] m = MatrixUtils.inverse(matrix).getData();
    double widest = 0;
    for (double[] point : points) {
      widest = Math.max(widest, form(m, Vectors.minus(point, centre)));
    }
    double[] values = eigenvalues(matrix);
    return new Ellipsoid(
        Math.sqrt(values[0] * widest),
        Math.sqrt(values[1] * widest),
        Math.sqrt(values[2] * widest));
  }

  private static double[] centre(double[][] points, double[] weights) {
    double[] centre = new double[3];
    for (int n = 0; n < points.length; n++) {
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] += weights[n] * points[n][axis];
      }
    }
    return centre;
  }

  private static RealMatrix inverse(double[][] lifted, double[] weights) {
    double[][] sum = new double[4][4];
    for (int n = 0; n < lifted.length; n++) {
      double weight = weights[n];
      if (weight == 0) {
        continue;
      }
      double[] q = lifted[n];
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          sum[i][j] += weight * q[i] * q[j];
        }
      }
    }
    return MatrixUtils.inverse(MatrixUtils.createRealMatrix(sum));
  }

  /** q' M q. */
  private static double form(double[][] m, double[] q) {
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      double row = 0;
      for (int j = 0; j < q.length; j++) {
        row += m[i][j] * q[j];
      }
      sum += q[i] * row;
    }
    return sum;
  }

  /** Descending, and not below 0 by rounding. */
  private static double[] eigenvalues(RealMatrix symmetric) {
    double[] values = new EigenDecompositionSymmetric(symmetric).getEigenvalues();
    Arrays.sort(values);
    return new double[] {Math.max(0, values[2]), Math.max(0, values[1]), Math.max(0, values[0])};
  }

  double volume() {
    return 4 * Math.PI * a * b * c / 3;
  }

  /**
   * Surface as the IBSI defines it (RDD2): 4 pi a b sum over n of (alpha beta)^n / (1 - 4 n^2)
   * P_n((alpha^2 + beta^2) / (2 alpha beta)), alpha^2 = 1 - b^2 / a^2, beta^2 = 1 - c^2 / a^2. The
   * terms (alpha beta)^n P_n are found by Legendre's recurrence, which then does not divide by
   * alpha or beta; these may be 0.
   *
   * <p>The series gives an ellipsoid's true surface for alpha^2 = 1 - c^2 / a^2 and beta^2 = 1 -
   * c^2 / b^2. The reference values are those of the definition as it is printed.
   */
  double area() {
    double alpha2 = 1 - b * b / (a * a);
    double beta2 = 1 - c * c / (a * a);
    double before = 1;
    double term = (alpha2 + beta2) / 2;
    double sum = 1 - term / 3;
    for (int n = 2; n <= TERMS; n++) {
      double next =
          ((2 * n - 1) * (alpha2 + beta2) / 2 * term - (n - 1) * alpha2 * beta2 * before) / n;
      before = term;
      term = next;
      sum += term / (1 - 4.0 * n * n);
    }
    return 4 * Math.PI * a * b * sum;
  }
}
