package org.radcam.stats;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.radcam.UserException;

/**
 * Multivariate binary logistic regression by maximum likelihood: Newton's method with halved steps
 * (iteratively reweighted least squares; McCullagh and Nelder, Generalized Linear Models, 2nd ed.
 * 1989, sections 2.5 and 4.4), standard errors from the inverse of the information.
 *
 * <p>Refuses, with a {@link UserException} that names the features:
 *
 * <ul>
 *   <li>a value that is missing (NaN) or not finite;
 *   <li>only one class, or no more cases than coefficients;
 *   <li>a feature that is the same in every case;
 *   <li>a feature that follows linearly from others;
 *   <li>complete or quasi-complete separation, where no maximum exists (Albert and Anderson,
 *       Biometrika 1984;71:1).
 * </ul>
 */
public final class LogisticRegression {
  private static final int MAX_ITERATIONS = 60;
  private static final int MAX_HALVINGS = 30;

  /** In units of log odds for one standard deviation of a feature. */
  private static final double SMALL_STEP = 1e-10;

  /** At the maximum the likelihood changes by nothing but rounding. */
  private static final double ROUNDING = 1e-13;

  private final StandardisedColumns columns;
  private final boolean[] positive;
  private final List<String> names;

  private LogisticRegression(double[][] x, boolean[] y, List<String> names) {
    this.names = names;
    this.positive = y;
    this.columns = new StandardisedColumns(x);
  }

  /**
   * Fits the regression.
   *
   * @param x one row a case, one column a feature
   * @param y whether the case is positive
   * @param names of the features
   * @throws UserException if the data do not determine a finite maximum; see the class
   */
  public static LogisticFit fit(double[][] x, boolean[] y, List<String> names) {
    RegressionCheck.check(x, y, names);
    return new LogisticRegression(x, y, List.copyOf(names)).fit();
  }

  private LogisticFit fit() {
    double[] beta = new double[names.size() + 1];
    double likelihood = logLikelihood(beta);
    for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
      double[] step;
      try {
        step = newtonStep(beta);
      } catch (MathRuntimeException e) {
        // Weights of cases that are fitted perfectly vanish, and with them the information.
        throw noMaximum(beta);
      }
      double length = 1;
      double[] next = moved(beta, step, length);
      double gained = logLikelihood(next);
      double enough = likelihood - ROUNDING * (1 + Math.abs(likelihood));
      for (int half = 0; gained < enough && half < MAX_HALVINGS; half++) {
        length /= 2;
        next = moved(beta, step, length);
        gained = logLikelihood(next);
      }
      beta = next;
      likelihood = gained;
      if (largest(step) < SMALL_STEP) {
        return result(beta, likelihood, iteration);
      }
      if (Separation.separates(columns.rows(), positive, step)) {
        throw noMaximum(step);
      }
    }
    throw noMaximum(beta);
  }

  private UserException noMaximum(double[] direction) {
    if (Separation.separates(columns.rows(), positive, direction)) {
      return Separation.refusal(direction, names);
    }
    return new UserException(
        "The logistic regression of "
            + String.join(", ", names)
            + " has no stable maximum: leave features out, or add cases");
  }

  private double[] newtonStep(double[] beta) {
    double[][] rows = columns.rows();
    double[] score = new double[beta.length];
    double[][] information = new double[beta.length][beta.length];
    for (int n = 0; n < rows.length; n++) {
      double p = probability(rows[n], beta);
      double residual = (positive[n] ? 1 : 0) - p;
      double weight = p * (1 - p);
      for (int j = 0; j < beta.length; j++) {
        score[j] += residual * rows[n][j];
        for (int k = 0; k <= j; k++) {
          information[j][k] += weight * rows[n][j] * rows[n][k];
        }
      }
    }
    return cholesky(information).getSolver().solve(new ArrayRealVector(score)).toArray();
  }

  private static CholeskyDecomposition cholesky(double[][] lower) {
    for (int j = 0; j < lower.length; j++) {
      for (int k = 0; k < j; k++) {
        lower[k][j] = lower[j][k];
      }
    }
    return new CholeskyDecomposition(MatrixUtils.createRealMatrix(lower), 1e-10, 1e-14);
  }

  private LogisticFit result(double[] beta, double likelihood, int iterations) {
    RealMatrix covariance = columns.covariance(inverseInformation(beta));
    double[] coefficients = columns.coefficients(beta);
    List<LogisticTerm> terms = new ArrayList<>();
    for (int j = 0; j < coefficients.length; j++) {
      terms.add(
          LogisticTerm.wald(
              j == 0 ? "intercept" : names.get(j - 1),
              coefficients[j],
              Math.sqrt(covariance.getEntry(j, j))));
    }
    int positives = count(positive);
    double share = positives / (double) positive.length;
    double nullLikelihood =
        positives * Math.log(share) + (positive.length - positives) * Math.log1p(-share);
    return new LogisticFit(
        terms.get(0),
        terms.subList(1, terms.size()),
        likelihood,
        nullLikelihood,
        positive.length,
        positives,
        iterations);
  }

  private RealMatrix inverseInformation(double[] beta) {
    double[][] information = new double[beta.length][beta.length];
    for (double[] row : columns.rows()) {
      double p = probability(row, beta);
      for (int j = 0; j < beta.length; j++) {
        for (int k = 0; k <= j; k++) {
          information[j][k] += p * (1 - p) * row[j] * row[k];
        }
      }
    }
    return cholesky(information).getSolver().getInverse();
  }

  private double logLikelihood(double[] beta) {
    double sum = 0;
    double[][] rows = columns.rows();
    for (int n = 0; n < rows.length; n++) {
      double logOdds = dot(rows[n], beta);
      double against = positive[n] ? -logOdds : logOdds;
      // -log(1 + e^a) without overflow.
      sum -= Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }
    return sum;
  }

  private static double probability(double[] row, double[] beta) {
    return 1 / (1 + Math.exp(-dot(row, beta)));
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double[] moved(double[] beta, double[] step, double length) {
    double[] next = beta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += length * step[j];
    }
    return next;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
