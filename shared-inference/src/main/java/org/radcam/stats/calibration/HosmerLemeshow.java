package org.radcam.stats.calibration;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.radcam.UserException;
import org.radcam.stats.BinaryCases;

/**
 * Hosmer and Lemeshow's test of the fit of probabilities (Hosmer, Lemeshow and Sturdivant, Applied
 * Logistic Regression, 3rd ed. 2013, section 5.2.2): the cases in groups between quantiles of their
 * probability, observed against expected counts. A small p speaks against the fit.
 *
 * <p>Refuses, with a {@link UserException}:
 *
 * <ul>
 *   <li>fewer cases than groups;
 *   <li>fewer than three groups after equal quantiles have become one;
 *   <li>a group whose probabilities are all 0 or all 1.
 * </ul>
 *
 * @param chiSquare sum of (observed - expected)² / (n p (1 - p)) over the groups, p their mean
 * @param degreesOfFreedom of the chi-square distribution
 * @param p the probability of such a misfit or a worse one where the probabilities are right
 * @param groups how many there were
 */
public record HosmerLemeshow(double chiSquare, int degreesOfFreedom, double p, int groups) {
  /** The customary number of groups ("deciles of risk"). */
  public static final int GROUPS = 10;

  private static final int LEAST_GROUPS = 3;

  /**
   * Of a model on the cases that it was fitted to: groups - 2 degrees of freedom.
   *
   * @throws UserException if the cases allow no test; see the class
   */
  public static HosmerLemeshow ofFittedCases(BinaryCases cases, int groups) {
    return test(cases, groups, 2);
  }

  /**
   * Of a model on new cases: as many degrees of freedom as groups (the same book, on external
   * validation).
   *
   * @throws UserException if the cases allow no test; see the class
   */
  public static HosmerLemeshow ofNewCases(BinaryCases cases, int groups) {
    return test(cases, groups, 0);
  }

  private static HosmerLemeshow test(BinaryCases cases, int wanted, int spent) {
    cases.requireProbabilities("The Hosmer-Lemeshow test");
    if (cases.size() < wanted) {
      throw new UserException(
          "The Hosmer-Lemeshow test needs at least as many cases as groups; there are "
              + cases.size()
              + " cases for "
              + wanted
              + " groups");
    }
    double[] edges = edges(cases.scores(), wanted);
    double[] expected = new double[edges.length];
    int[] observed = new int[edges.length];
    int[] counts = new int[edges.length];
    for (int n = 0; n < cases.size(); n++) {
      int group = Binning.bin(cases.scores()[n], edges);
      expected[group] += cases.scores()[n];
      observed[group] += cases.positive()[n] ? 1 : 0;
      counts[group]++;
    }
    int groups = 0;
    double sum = 0;
    for (int g = 0; g < edges.length; g++) {
      if (counts[g] > 0) {
        groups++;
        double misfit = observed[g] - expected[g];
        sum += misfit * misfit / variance(expected[g], counts[g]);
      }
    }
    if (groups < LEAST_GROUPS) {
      throw new UserException(
          "The Hosmer-Lemeshow test needs at least "
              + LEAST_GROUPS
              + " groups of different probabilities; these "
              + cases.size()
              + " cases make "
              + groups);
    }
    int degrees = groups - spent;
    return new HosmerLemeshow(
        sum, degrees, Gamma.regularizedGammaQ(degrees / 2.0, sum / 2), groups);
  }

  private static double variance(double expected, int count) {
    if (expected == 0 || expected == count) {
      throw new UserException(
          "The Hosmer-Lemeshow test needs probabilities between 0 and 1; a group of "
              + count
              + " cases has only "
              + (expected == 0 ? "0" : "1"));
    }
    return expected * (1 - expected / count);
  }

  /** Quantiles of the probabilities, equal ones once. */
  private static double[] edges(double[] probabilities, int groups) {
    return Arrays.stream(Binning.EQUAL_COUNTS.edges(probabilities, groups)).distinct().toArray();
  }
}
