package org.radcam.zoo.train;

/**
 * That clinical values are screened by multivariate logistic regression before they enter a
 * network.
 *
 * @param alpha values whose test has a p below it are kept
 */
record ScreeningRule(double alpha) {
  /** The usual bound of significance. */
  static final double USUAL = 0.05;

  ScreeningRule {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("'alpha' must be above 0 and below 1, not " + alpha);
    }
  }
}
