package org.radcam.stats.agreement;

import org.radcam.UserException;
import org.radcam.stats.Interval;

/**
 * Fleiss' kappa, the agreement of several readers beyond chance (Fleiss, Psychol Bull 1971;76:378),
 * with the 95 % interval of the large-sample standard error that holds whatever kappa is (Gwet,
 * Educ Psychol Meas 2021;81:781); Fleiss' own holds for kappa = 0 only, so it makes no interval.
 */
public final class FleissKappa {
  private FleissKappa() {}

  /**
   * Kappa with its interval, cut to -1..1.
   *
   * @param readings case by reader: the class that the reader gave, from 0
   * @param classes how many classes there are
   * @throws UserException if there are fewer than two cases or readers, or all readings are of one
   *     class
   */
  public static Interval interval(int[][] readings, int classes) {
    int cases = readings.length;
    int readers = cases == 0 ? 0 : readings[0].length;
    if (cases < 2 || readers < 2) {
      throw new UserException(
          "Fleiss' kappa needs at least 2 cases and 2 readers; there are "
              + cases
              + " and "
              + readers);
    }
    double[][] shares = shares(readings, readers, classes);
    double[] mean = new double[classes];
    for (double[] share : shares) {
      for (int k = 0; k < classes; k++) {
        mean[k] += share[k] / cases;
      }
    }
    double expected = dot(mean, mean);
    if (1 - expected < 1e-12) {
      throw new UserException("Fleiss' kappa is not defined: all readings are of one class");
    }
    double[] agreement = new double[cases];
    double observed = 0;
    for (int n = 0; n < cases; n++) {
      agreement[n] = (readers * dot(shares[n], shares[n]) - 1) / (readers - 1);
      observed += agreement[n] / cases;
    }
    // Rounding must not take full agreement beyond 1.
    double kappa = Math.min(1, (observed - expected) / (1 - expected));
    double squares = 0;
    for (int n = 0; n < cases; n++) {
      double own = (agreement[n] - expected) / (1 - expected);
      double byChance = dot(shares[n], mean);
      double influence = own - 2 * (1 - kappa) * (byChance - expected) / (1 - expected) - kappa;
      squares += influence * influence;
    }
    return Interval.wald(kappa, Math.sqrt(squares / cases / (cases - 1)), -1, 1);
  }

  private static double[][] shares(int[][] readings, int readers, int classes) {
    double[][] shares = new double[readings.length][classes];
    for (int n = 0; n < readings.length; n++) {
      if (readings[n].length != readers) {
        throw new UserException(
            "Fleiss' kappa needs a reading of every reader for every case; case "
                + (n + 1)
                + " has "
                + readings[n].length
                + " of "
                + readers);
      }
      for (int reading : readings[n]) {
        shares[n][reading] += 1.0 / readers;
      }
    }
    return shares;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
