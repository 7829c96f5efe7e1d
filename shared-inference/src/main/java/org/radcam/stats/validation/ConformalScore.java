package org.radcam.stats.validation;

/**
 * How strange a class is for a case; what {@link ConformalSets} admits up to a quantile.
 *
 * <p>{@link #LAC} is the default: its sets are the smallest on average. {@link #APS} gives hard
 * cases larger sets and easy ones smaller, and never an empty one, at the price of larger sets on
 * average.
 */
public enum ConformalScore {
  /**
   * Least ambiguous set-valued classifier: 1 - the class's probability (Sadinle, Lei and Wasserman,
   * J Am Stat Assoc 2019;114:223). A set may be empty: no class is usual enough.
   */
  LAC {
    @Override
    double strangeness(double[] probabilities, int k) {
      return 1 - probabilities[k];
    }
  },
  /**
   * Adaptive prediction sets: the probability of the class and of all that are as likely or
   * likelier (Romano, Sesia and Candès, NeurIPS 2020, without their randomisation, so that a case's
   * set is always the same; coverage is then at least what is stated).
   */
  APS {
    @Override
    double strangeness(double[] probabilities, int k) {
      double sum = 0;
      for (double p : probabilities) {
        if (p >= probabilities[k]) {
          sum += p;
        }
      }
      return sum;
    }
  };

  /** Higher for a class that the probabilities speak against. */
  abstract double strangeness(double[] probabilities, int k);
}
