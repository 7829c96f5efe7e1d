package org.radcam.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A share of independent cases. Its intervals are too narrow where several cases belong to one
 * patient; {@link ClusteredBootstrap} is then the one to report.
 *
 * @param hits how many cases
 * @param count of how many
 */
public record Proportion(long hits, long count) {
  private static final double TAIL = 0.025;

  /** Of the ends of the exact interval, absolute. */
  private static final double ACCURACY = 1e-14;

  public Proportion {
    if (hits < 0 || hits > count) {
      throw new IllegalArgumentException(hits + " of " + count + " is no proportion");
    }
  }

  /** The share; NaN where there are no cases. */
  public double value() {
    return count == 0 ? Double.NaN : (double) hits / count;
  }

  /** Whether there are cases at all. */
  public boolean defined() {
    return count > 0;
  }

  /**
   * The exact 95 % interval of Clopper and Pearson (Biometrika 1934;26:404) by quantiles of the
   * beta distribution (Brown, Cai and DasGupta, Stat Sci 2001;16:101, section 4.2.1); NaN where
   * there are no cases.
   */
  public Interval clopperPearson() {
    if (count == 0) {
      return Interval.UNDEFINED;
    }
    double low =
        hits == 0
            ? 0
            : new BetaDistribution(hits, count - hits + 1.0, ACCURACY)
                .inverseCumulativeProbability(TAIL);
    double high =
        hits == count
            ? 1
            : new BetaDistribution(hits + 1.0, count - hits, ACCURACY)
                .inverseCumulativeProbability(1 - TAIL);
    return new Interval(value(), low, high);
  }

  /**
   * The 95 % score interval of Wilson (J Am Stat Assoc 1927;22:209; Brown, Cai and DasGupta 2001,
   * equation 4); NaN where there are no cases.
   */
  public Interval wilson() {
    if (count == 0) {
      return Interval.UNDEFINED;
    }
    double z = Normal.QUANTILE_975;
    double share = value();
    double widened = 1 + z * z / count;
    double centre = (share + z * z / (2.0 * count)) / widened;
    double half = z / widened * Math.sqrt((share * (1 - share) + z * z / (4.0 * count)) / count);
    // Rounding must not take an end beyond what it bounds.
    return new Interval(
        share,
        Math.min(share, Math.max(0, centre - half)),
        Math.max(share, Math.min(1, centre + half)));
  }
}
