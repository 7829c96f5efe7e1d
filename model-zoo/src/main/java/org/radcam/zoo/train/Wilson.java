package org.radcam.zoo.train;

import org.radcam.stats.Interval;

/** Wilson's score interval of a proportion (J Am Stat Assoc 1927;22:209). */
final class Wilson {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /** The 95 % interval of {@code hits} in {@code count}, at least one. */
  static Interval interval(int hits, int count) {
    double share = (double) hits / count;
    double z2 = Z * Z;
    double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
    double half =
        Z / (1 + z2 / count) * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count));
    // Rounding must not take an end beyond what it bounds.
    return new Interval(
        share,
        Math.min(share, Math.max(0, centre - half)),
        Math.max(share, Math.min(1, centre + half)));
  }
}
