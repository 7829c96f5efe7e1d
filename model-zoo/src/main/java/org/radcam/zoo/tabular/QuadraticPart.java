package org.radcam.zoo.tabular;

/**
 * The weighted least-squares problem that approximates the likelihood around the present scores
 * (Friedman, Hastie and Tibshirani 2010, equation 15), and its solution by coordinate descent
 * (equation 10) with the intercept as a column that is not penalised.
 */
final class QuadraticPart {
  private final double[][] columns;
  private final double[] weights;

  /** Working residual times weight: truth minus probability at the outset. */
  private final double[] residuals;

  private final boolean[] visited;
  private final double[] curvatures;
  private final double totalWeight;
  private final int cases;

  QuadraticPart(double[][] columns, double[] weights, double[] residuals, boolean[] visited) {
    this.columns = columns;
    this.weights = weights;
    this.residuals = residuals;
    this.visited = visited;
    this.cases = weights.length;
    double sum = 0;
    for (double weight : weights) {
      sum += weight / cases;
    }
    this.totalWeight = sum;
    this.curvatures = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      if (visited[j]) {
        double[] column = columns[j];
        double curvature = 0;
        for (int n = 0; n < cases; n++) {
          curvature += weights[n] * column[n] * column[n];
        }
        curvatures[j] = curvature / cases;
      }
    }
  }

  /**
   * Changes the coefficients to the minimum.
   *
   * @return the intercept there
   */
  double minimise(
      double[] coefficients,
      double intercept,
      double l1,
      double l2,
      double tolerance,
      int maxPasses) {
    double constant = intercept;
    boolean all = true;
    for (int pass = 0; pass < maxPasses; pass++) {
      double gain = 0;
      for (int j = 0; j < columns.length; j++) {
        // Between passes over all columns, only those that take part (section 2.6).
        if (visited[j] && (all || coefficients[j] != 0)) {
          gain = Math.max(gain, update(j, coefficients, l1, l2));
        }
      }
      double step = moveIntercept();
      constant += step;
      gain = Math.max(gain, totalWeight * step * step);
      if (gain < tolerance) {
        if (all) {
          break;
        }
        all = true;
      } else {
        all = false;
      }
    }
    return constant;
  }

  /** Equation 10: soft thresholding; what the change is worth. */
  private double update(int j, double[] coefficients, double l1, double l2) {
    double[] column = columns[j];
    double old = coefficients[j];
    double gradient = CoordinateDescent.dot(column, residuals) / cases + curvatures[j] * old;
    double shrunk = Math.max(0, Math.abs(gradient) - l1);
    double next = shrunk == 0 ? 0 : Math.copySign(shrunk, gradient) / (curvatures[j] + l2);
    double change = next - old;
    if (change == 0) {
      return 0;
    }
    coefficients[j] = next;
    for (int n = 0; n < cases; n++) {
      residuals[n] -= weights[n] * change * column[n];
    }
    return curvatures[j] * change * change;
  }

  private double moveIntercept() {
    double sum = 0;
    for (double residual : residuals) {
      sum += residual;
    }
    double step = sum / cases / totalWeight;
    for (int n = 0; n < cases; n++) {
      residuals[n] -= weights[n] * step;
    }
    return step;
  }

  /** How much the approximation changed between two solutions, by its largest coordinate. */
  double change(double[] coefficients, double[] before, double interceptChange) {
    double largest = totalWeight * interceptChange * interceptChange;
    for (int j = 0; j < coefficients.length; j++) {
      double change = coefficients[j] - before[j];
      largest = Math.max(largest, curvatures[j] * change * change);
    }
    return largest;
  }
}
