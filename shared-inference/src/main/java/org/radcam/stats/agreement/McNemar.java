package org.radcam.stats.agreement;

import org.hipparchus.special.Beta;
import org.radcam.stats.Normal;

/**
 * McNemar's test (Psychometrika 1947;12:153) of two ways of answering the same cases: only cases
 * that one answers rightly and the other wrongly count. The cases are taken for independent.
 *
 * @param onlyFirst cases that only the first answers rightly
 * @param onlySecond cases that only the second answers rightly
 */
public record McNemar(long onlyFirst, long onlySecond) {
  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException("Cases cannot be fewer than none");
    }
  }

  /**
   * Counts the cases.
   *
   * @param first whether the first answers each case rightly
   * @param second whether the second does
   */
  public static McNemar of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "There are " + first.length + " and " + second.length + " answers");
    }
    long onlyFirst = 0;
    long onlySecond = 0;
    for (int n = 0; n < first.length; n++) {
      onlyFirst += first[n] && !second[n] ? 1 : 0;
      onlySecond += second[n] && !first[n] ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }

  /** How many cases count. */
  public long discordant() {
    return onlyFirst + onlySecond;
  }

  /**
   * Two-sided p of the exact test: twice the lower tail of the binomial distribution with 1/2, at
   * most 1 (Agresti, Categorical Data Analysis, 3rd ed. 2013, section 11.1). 1 where no case
   * counts.
   */
  public double exactP() {
    long fewer = Math.min(onlyFirst, onlySecond);
    if (onlyFirst == onlySecond) {
      return 1;
    }
    // P(X <= k) of n tosses is the regularised incomplete beta function at 1/2 of n - k and k + 1.
    double tail = Beta.regularizedBeta(0.5, discordant() - (double) fewer, fewer + 1.0);
    return Math.min(1, 2 * tail);
  }

  /**
   * The statistic with continuity correction, (|b - c| - 1)² / (b + c) (Edwards, Psychometrika
   * 1948;13:185), of one degree of freedom; 0 where b = c, as in R.
   */
  public double chiSquare() {
    if (onlyFirst == onlySecond) {
      return 0;
    }
    double difference = Math.abs(onlyFirst - onlySecond) - 1.0;
    return difference * difference / discordant();
  }

  /** Two-sided p of {@link #chiSquare}; for small counts {@link #exactP} is better. */
  public double chiSquareP() {
    return Normal.twoSided(Math.sqrt(chiSquare()));
  }
}
