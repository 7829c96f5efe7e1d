package org.radcam.tabular;

import java.util.Arrays;

/**
 * Probabilities of classes from those of their pairs: Wu, Lin and Weng, J Mach Learn Res
 * 2004;5:975, second approach (algorithm 2), with LIBSVM's stopping rule.
 */
final class PairwiseCoupling {
  private PairwiseCoupling() {}

  /**
   * @param pairwise probability of class i where only i and j are possible
   */
  static double[] probabilities(double[][] pairwise) {
    int classes = pairwise.length;
    double[][] q = quadratic(pairwise);
    double[] p = new double[classes];
    Arrays.fill(p, 1.0 / classes);
    double[] qp = new double[classes];
    double tolerance = 0.005 / classes;
    for (int iteration = 0; iteration < Math.max(100, classes); iteration++) {
      double pqp = 0;
      for (int t = 0; t < classes; t++) {
        qp[t] = 0;
        for (int j = 0; j < classes; j++) {
          qp[t] += q[t][j] * p[j];
        }
        pqp += p[t] * qp[t];
      }
      double worst = 0;
      for (int t = 0; t < classes; t++) {
        worst = Math.max(worst, Math.abs(qp[t] - pqp));
      }
      if (worst < tolerance) {
        break;
      }
      for (int t = 0; t < classes; t++) {
        double step = (pqp - qp[t]) / q[t][t];
        p[t] += step;
        pqp = (pqp + step * (step * q[t][t] + 2 * qp[t])) / (1 + step) / (1 + step);
        for (int j = 0; j < classes; j++) {
          qp[j] = (qp[j] + step * q[t][j]) / (1 + step);
          p[j] /= 1 + step;
        }
      }
    }
    return p;
  }

  private static double[][] quadratic(double[][] pairwise) {
    int classes = pairwise.length;
    double[][] q = new double[classes][classes];
    for (int t = 0; t < classes; t++) {
      for (int j = 0; j < classes; j++) {
        if (j != t) {
          q[t][t] += pairwise[j][t] * pairwise[j][t];
          q[t][j] = -pairwise[j][t] * pairwise[t][j];
        }
      }
    }
    return q;
  }
}
