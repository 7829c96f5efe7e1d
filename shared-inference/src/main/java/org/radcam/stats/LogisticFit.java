package org.radcam.stats;

import java.util.List;

/**
 * A fitted logistic regression: log odds of the positive class = intercept + sum of coefficient
 * times feature, in the features' own units.
 *
 * @param intercept the constant; its odds ratio is the odds where every feature is 0
 * @param terms one for each feature, in the order of the columns
 * @param logLikelihood at the maximum, natural logarithm
 * @param nullLogLikelihood of the model with nothing but an intercept
 * @param cases how many cases there were
 * @param positives how many of them were positive
 * @param iterations Newton steps that were taken
 */
public record LogisticFit(
    LogisticTerm intercept,
    List<LogisticTerm> terms,
    double logLikelihood,
    double nullLogLikelihood,
    int cases,
    int positives,
    int iterations) {
  public LogisticFit {
    terms = List.copyOf(terms);
  }

  /**
   * The probability of the positive class.
   *
   * @param features one value for each term, in their order
   */
  public double probability(double[] features) {
    if (features.length != terms.size()) {
      throw new IllegalArgumentException(
          "There are " + features.length + " values for " + terms.size() + " features");
    }
    double logOdds = intercept.coefficient();
    for (int j = 0; j < features.length; j++) {
      logOdds += terms.get(j).coefficient() * features[j];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }
}
