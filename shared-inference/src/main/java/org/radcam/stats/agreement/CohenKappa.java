package org.radcam.stats.agreement;

import org.radcam.UserException;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * Cohen's kappa, the agreement of two readers beyond chance (Cohen, Educ Psychol Meas 1960;20:37;
 * weighted: Cohen, Psychol Bull 1968;70:213), with the 95 % interval of its large-sample standard
 * error (Fleiss, Cohen and Everitt, Psychol Bull 1969;72:323).
 */
public final class CohenKappa {
  private CohenKappa() {}

  /**
   * Kappa with its interval, cut to -1..1.
   *
   * @param readings the first reader's classes (rows) by the second's (columns)
   * @throws UserException if there is no case, or both readers gave all cases one and the same
   *     class, so that chance leaves nothing to agree on
   */
  public static Interval interval(ConfusionMatrix readings, KappaWeights weights) {
    int classes = readings.classes().size();
    double total = readings.total();
    if (total == 0) {
      throw new UserException("Cohen's kappa needs cases; there are none");
    }
    double[][] share = new double[classes][classes];
    double[] first = new double[classes];
    double[] second = new double[classes];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        share[i][j] = readings.counts()[i][j] / total;
        first[i] += share[i][j];
        second[j] += share[i][j];
      }
    }
    double[][] agreement = agreement(classes, weights);
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        observed += agreement[i][j] * share[i][j];
        expected += agreement[i][j] * first[i] * second[j];
      }
    }
    // Not a number where there is one class only, so that no class is far from another.
    if (!(1 - expected >= 1e-12)) {
      throw new UserException(
          "Cohen's kappa is not defined: both readers gave all "
              + readings.total()
              + " cases the same class");
    }
    double kappa = (observed - expected) / (1 - expected);
    double squares = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double marginal = marginal(agreement, first, second, i, j);
        double term = agreement[i][j] - marginal * (1 - kappa);
        squares += share[i][j] * term * term;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double variance = (squares - centre * centre) / ((1 - expected) * (1 - expected) * total);
    return Interval.wald(kappa, Math.sqrt(Math.max(0, variance)), -1, 1);
  }

  private static double[][] agreement(int classes, KappaWeights weights) {
    double[][] agreement = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        agreement[i][j] = 1 - weights.disagreement(Math.abs(i - j), classes - 1);
      }
    }
    return agreement;
  }

  /** The mean agreement of row i with the second reader's classes, and of column j. */
  private static double marginal(
      double[][] agreement, double[] first, double[] second, int i, int j) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += agreement[i][k] * second[k] + agreement[k][j] * first[k];
    }
    return sum;
  }
}
