package org.radcam.stats.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.radcam.UserException;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;

/**
 * Split conformal prediction (Papadopoulos et al., ECML 2002; Angelopoulos and Bates, Found Trends
 * Mach Learn 2023;16:494, section 1): for each case the set of classes that are no stranger than
 * the quantile of the validation cases' true classes. If validation and later cases are
 * exchangeable (drawn alike, one case a patient), the set holds the true class with at least the
 * stated probability, on the mean over cases and validation sets; not for every class or subgroup
 * by itself.
 *
 * @param score how strange a class is
 * @param coverage stated: the least probability that the set holds the true class
 * @param quantile the ceil((n + 1) coverage)-th smallest strangeness of the n validation cases
 * @param fittedOn the validation cases
 */
public record ConformalSets(
    ConformalScore score, double coverage, double quantile, ValidationCases fittedOn) {
  private static final double ROUNDING = 1e-9;

  /**
   * Finds the quantile.
   *
   * @param coverage above 0 and below 1, for example 0.9
   * @throws UserException if the coverage is none, or there are too few validation cases for it
   */
  public static ConformalSets fit(
      ValidationCases validation, ConformalScore score, double coverage) {
    if (!(coverage > 0 && coverage < 1)) {
      throw new UserException("A coverage lies between 0 and 1, not at " + coverage);
    }
    Predictions cases = validation.predictions();
    int rank = rank(cases.size(), coverage);
    if (rank > cases.size()) {
      throw new UserException(
          "Prediction sets with a coverage of "
              + coverage
              + " need at least "
              + needed(coverage)
              + " validation cases; there are "
              + cases.size());
    }
    double[] strangeness = new double[cases.size()];
    for (int n = 0; n < strangeness.length; n++) {
      strangeness[n] = score.strangeness(cases.probabilities()[n], cases.labels()[n]);
    }
    Arrays.sort(strangeness);
    return new ConformalSets(score, coverage, strangeness[rank - 1], validation);
  }

  /** The ceiling of (n + 1) coverage; what floating point adds to a whole number does not count. */
  private static int rank(int cases, double coverage) {
    return (int) Math.ceil((cases + 1) * coverage - ROUNDING);
  }

  /** The least n of which the rank is at most n: n + 1 - (n + 1) coverage is at least 1. */
  private static long needed(double coverage) {
    return (long) Math.ceil((coverage - ROUNDING) / (1 - coverage));
  }

  /**
   * Where the share of later cases whose set holds the true class lies in 95 of 100 draws of the
   * validation cases, if those are exchangeable with later ones: the quantiles of Beta(r, n + 1 -
   * r), where r is the rank of the quantile (Vovk, Mach Learn 2013;92:349, proposition 2a, for
   * continuous strangeness; sets of tied ones cover more).
   */
  public Interval coverageOfDraws() {
    int cases = fittedOn.predictions().size();
    int rank = rank(cases, coverage);
    BetaDistribution drawn = new BetaDistribution(rank, cases + 1.0 - rank);
    return new Interval(
        drawn.getNumericalMean(),
        drawn.inverseCumulativeProbability(0.025),
        drawn.inverseCumulativeProbability(0.975));
  }

  /** The classes that one case may have, from 0, by their order. */
  public List<Integer> set(double[] probabilities) {
    List<Integer> classes = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      if (score.admits(probabilities, k, quantile)) {
        classes.add(k);
      }
    }
    return classes;
  }

  /**
   * What the sets are worth on other cases.
   *
   * @throws UserException if one of their patients is among the validation cases
   */
  public ConformalFigures judge(Predictions others) {
    fittedOn.refuseToJudge(others, "The conformal quantile");
    return ConformalFigures.of(this, others);
  }
}
