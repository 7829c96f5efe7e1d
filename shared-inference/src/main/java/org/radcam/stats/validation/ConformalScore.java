package org.radcam.stats.validation;

/**
 * How strange a class is for a case; what {@link ConformalSets} admits up to a quantile.
 *
 * <p>{@link #LAC} is the one to begin with: its sets are the smallest on average. {@link #APS}
 * gives hard cases larger sets and easy ones smaller, and never an empty one, at the price of
 * larger sets on average.
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

    @Override
    boolean admits(double[] probabilities, int k, double quantile) {
      return strangeness(probabilities, k) <= quantile;
    }
  },
  /**
   * Adaptive prediction sets: the probability of the class and of all that are as likely or
   * likelier (Romano, Sesia and Candès, NeurIPS 2020, without their randomisation, so that a case's
   * set is always the same). The likeliest class is always in the set, or the surest cases would
   * have empty ones. Either makes the coverage larger, never smaller.
   */
  APS {
    @Override
    double strangeness(double[] probabilities, int k) {
      double sum = 0;
      double total = 0;
      for (double p : probabilities) {
        sum += p >= probabilities[k] ? p : 0;
        total += p;
      }
      // Rounded probabilities do not sum to 1; the least likely class has 1 all the same.
      return sum / total;
    }

    @Override
    boolean admits(double[] probabilities, int k, double quantile) {
      return strangeness(probabilities, k) <= quantile || likeliest(probabilities, k);
    }

    private boolean likeliest(double[] probabilities, int k) {
      for (double p : probabilities) {
        if (p > probabilities[k]) {
          return false;
        }
      }
      return true;
    }
  };

  /** Higher for a class that the probabilities speak against. */
  abstract double strangeness(double[] probabilities, int k);

  /** Whether the class belongs to the set of the case. */
  abstract boolean admits(double[] probabilities, int k, double quantile);
}
