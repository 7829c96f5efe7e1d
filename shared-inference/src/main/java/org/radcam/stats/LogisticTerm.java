package org.radcam.stats;

/**
 * One coefficient of a logistic regression with Wald's test of it (Hosmer, Lemeshow and Sturdivant,
 * Applied Logistic Regression, 3rd ed. 2013, sections 2.4 and 3.2).
 *
 * @param name of the feature, or "intercept"
 * @param coefficient change of the log odds for one unit of the feature, the others held
 * @param standardError of the coefficient, from the inverse of the observed information
 * @param z coefficient by standard error
 * @param p two-sided, from the standard normal distribution
 * @param oddsRatio exp(coefficient) and its 95 % interval exp(coefficient +- 1.96 standard errors)
 */
public record LogisticTerm(
    String name, double coefficient, double standardError, double z, double p, Interval oddsRatio) {
  static LogisticTerm wald(String name, double coefficient, double standardError) {
    double z = coefficient / standardError;
    double half = Normal.QUANTILE_975 * standardError;
    return new LogisticTerm(
        name,
        coefficient,
        standardError,
        z,
        Normal.twoSided(z),
        new Interval(
            Math.exp(coefficient), Math.exp(coefficient - half), Math.exp(coefficient + half)));
  }
}
