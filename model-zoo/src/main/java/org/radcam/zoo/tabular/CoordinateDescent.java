package org.radcam.zoo.tabular;

import java.util.Arrays;
import org.radcam.UserException;

/**
 * Logistic regression, binomial or multinomial, with an elastic-net penalty, by cyclical coordinate
 * descent on quadratic approximations of the likelihood (Friedman, Hastie and Tibshirani, J Stat
 * Softw 2010;33(1), sections 3 and 4). With p the penalty and a the share of the L1 norm it
 * minimises
 *
 * <pre>-log-likelihood / n + p * (a * sum |b| + (1 - a) / 2 * sum b^2)</pre>
 *
 * over the coefficients b of standardised columns and unpenalised intercepts (equations 14 and 25
 * there). Of two classes the log odds of the second are modelled (equation 13), of more one score a
 * class (equation 20).
 *
 * <p>The solution of one penalty is where the next one starts (warm starts, section 2.5), and only
 * columns that the sequential strong rule lets through are visited, until the optimality conditions
 * hold for all (Tibshirani et al., J R Stat Soc B 2012;74:245, equation 22).
 */
final class CoordinateDescent {
  /** Section 3: how near to 0 a weight of a case may come. */
  private static final double LEAST_WEIGHT = 1e-5;

  private static final int MAX_PASSES = 100_000;
  private static final int MAX_APPROXIMATIONS = 2_000;

  private final PenalisedData data;
  private final double l1Share;
  private final double tolerance;
  private final double[][] coefficients;
  private final double[] intercepts;
  private final double[][] scores;
  private double lastPenalty = Double.POSITIVE_INFINITY;

  /**
   * @param l1Share 1 for the LASSO, 0 for ridge regression
   * @param tolerance of the penalised mean log-likelihood: what one more step would gain at most
   */
  CoordinateDescent(PenalisedData data, double l1Share, double tolerance) {
    this.data = data;
    this.l1Share = l1Share;
    this.tolerance = tolerance;
    this.coefficients = new double[data.outputs][data.features];
    this.intercepts = new double[data.outputs];
    this.scores = new double[data.outputs][data.cases];
    for (int k = 0; k < data.outputs; k++) {
      double share = Arrays.stream(data.truth[k]).average().orElseThrow();
      intercepts[k] = data.outputs == 1 ? Math.log(share / (1 - share)) : Math.log(share);
    }
    centreIntercepts();
    for (int k = 0; k < data.outputs; k++) {
      Arrays.fill(scores[k], intercepts[k]);
    }
  }

  /** The least penalty for which every coefficient is 0 (section 2.5). */
  double penaltyThatSelectsNothing() {
    double largest = 0;
    for (int k = 0; k < data.outputs; k++) {
      double[] residuals = residuals(k, probabilities(k));
      for (double[] column : data.columns) {
        largest = Math.max(largest, Math.abs(dot(column, residuals)) / data.cases);
      }
    }
    return largest / Math.max(l1Share, 1e-3);
  }

  /** Goes on from the solution of the penalty before, which should be larger. */
  void solve(double penalty) {
    boolean[][] visited = new boolean[data.outputs][data.features];
    double entry = l1Share * (2 * penalty - Math.min(lastPenalty, 2 * penalty));
    for (int k = 0; k < data.outputs; k++) {
      admit(k, visited[k], entry);
    }
    boolean complete = false;
    while (!complete) {
      descend(penalty, visited);
      complete = true;
      for (int k = 0; k < data.outputs; k++) {
        complete &= !admit(k, visited[k], l1Share * penalty * (1 + 1e-9));
      }
    }
    centreIntercepts();
    lastPenalty = penalty;
  }

  /** Lets columns in whose gradient exceeds the threshold; tells whether any was new. */
  private boolean admit(int k, boolean[] visited, double threshold) {
    double[] residuals = residuals(k, probabilities(k));
    boolean any = false;
    for (int j = 0; j < data.features; j++) {
      if (visited[j] || data.scales[j] == 0) {
        continue;
      }
      if (coefficients[k][j] != 0
          || Math.abs(dot(data.columns[j], residuals)) / data.cases > threshold) {
        visited[j] = true;
        any = true;
      }
    }
    return any;
  }

  private void descend(double penalty, boolean[][] visited) {
    for (int round = 0; round < MAX_APPROXIMATIONS; round++) {
      double gain = 0;
      for (int k = 0; k < data.outputs; k++) {
        gain = Math.max(gain, approximate(k, penalty, visited[k]));
      }
      if (gain < tolerance) {
        return;
      }
    }
    throw new UserException(
        "The logistic regression did not settle on weights for "
            + data.cases
            + " cases and "
            + data.features
            + " features: the features may tell the classes apart without a miss, or some are all"
            + " but the same. Use fewer features, more cases, or fewer folds.");
  }

  /** One quadratic approximation of one output's part, solved; the largest gain of a coordinate. */
  private double approximate(int k, double penalty, boolean[] visited) {
    double[] probabilities = probabilities(k);
    double[] weights = new double[data.cases];
    for (int n = 0; n < data.cases; n++) {
      weights[n] = Math.max(LEAST_WEIGHT, probabilities[n] * (1 - probabilities[n]));
    }
    double before = objective(penalty);
    double[] oldCoefficients = coefficients[k].clone();
    double[] oldScores = scores[k].clone();
    double oldIntercept = intercepts[k];
    QuadraticPart part =
        new QuadraticPart(data.columns, weights, residuals(k, probabilities), visited);
    intercepts[k] =
        part.minimise(
            coefficients[k],
            intercepts[k],
            penalty * l1Share,
            penalty * (1 - l1Share),
            tolerance,
            MAX_PASSES);
    refresh(k);
    double length = 1;
    while (objective(penalty) > before + 1e-13 * (1 + Math.abs(before)) && length > 1e-6) {
      length /= 2;
      for (int j = 0; j < data.features; j++) {
        coefficients[k][j] = (coefficients[k][j] + oldCoefficients[j]) / 2;
      }
      intercepts[k] = (intercepts[k] + oldIntercept) / 2;
      for (int n = 0; n < data.cases; n++) {
        scores[k][n] = (scores[k][n] + oldScores[n]) / 2;
      }
    }
    return part.change(coefficients[k], oldCoefficients, intercepts[k] - oldIntercept);
  }

  private void refresh(int k) {
    Arrays.fill(scores[k], intercepts[k]);
    for (int j = 0; j < data.features; j++) {
      double coefficient = coefficients[k][j];
      if (coefficient != 0) {
        double[] column = data.columns[j];
        for (int n = 0; n < data.cases; n++) {
          scores[k][n] += coefficient * column[n];
        }
      }
    }
  }

  /** The likelihood does not change when all scores do by the same: a mean of 0 is the choice. */
  private void centreIntercepts() {
    if (data.outputs == 1) {
      return;
    }
    double mean = Arrays.stream(intercepts).average().orElseThrow();
    for (int k = 0; k < data.outputs; k++) {
      intercepts[k] -= mean;
      for (int n = 0; n < data.cases; n++) {
        scores[k][n] -= mean;
      }
    }
  }

  /** Probability of the output's class for each case. */
  private double[] probabilities(int k) {
    double[] probabilities = new double[data.cases];
    for (int n = 0; n < data.cases; n++) {
      if (data.outputs == 1) {
        probabilities[n] = 1 / (1 + Math.exp(-scores[0][n]));
      } else {
        double sum = 0;
        for (double[] other : scores) {
          sum += Math.exp(other[n] - scores[k][n]);
        }
        probabilities[n] = 1 / sum;
      }
    }
    return probabilities;
  }

  private double[] residuals(int k, double[] probabilities) {
    double[] residuals = new double[data.cases];
    for (int n = 0; n < data.cases; n++) {
      residuals[n] = data.truth[k][n] - probabilities[n];
    }
    return residuals;
  }

  private double objective(double penalty) {
    double l1 = 0;
    double l2 = 0;
    for (double[] row : coefficients) {
      for (double coefficient : row) {
        l1 += Math.abs(coefficient);
        l2 += coefficient * coefficient;
      }
    }
    return deviance() / (2 * data.cases) + penalty * (l1Share * l1 + (1 - l1Share) / 2 * l2);
  }

  /** -2 log-likelihood. */
  double deviance() {
    double sum = 0;
    for (int n = 0; n < data.cases; n++) {
      if (data.outputs == 1) {
        double against = data.truth[0][n] == 1 ? -scores[0][n] : scores[0][n];
        sum += 2 * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
      } else {
        double own = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < data.outputs; k++) {
          own += data.truth[k][n] * scores[k][n];
          highest = Math.max(highest, scores[k][n]);
        }
        double total = 0;
        for (double[] score : scores) {
          total += Math.exp(score[n] - highest);
        }
        sum += 2 * (highest + Math.log(total) - own);
      }
    }
    return sum;
  }

  /** The present solution, for features as they are. */
  LinearSolution solution() {
    double[][] weights = new double[data.outputs][data.features];
    double[] constants = intercepts.clone();
    for (int k = 0; k < data.outputs; k++) {
      for (int j = 0; j < data.features; j++) {
        if (coefficients[k][j] != 0) {
          weights[k][j] = coefficients[k][j] / data.scales[j];
          constants[k] -= weights[k][j] * data.centres[j];
        }
      }
    }
    return new LinearSolution(weights, constants);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int n = 0; n < a.length; n++) {
      sum += a[n] * b[n];
    }
    return sum;
  }
}
