package org.radcam.stats;

import org.hipparchus.special.Erf;

/** The standard normal distribution, as far as intervals and tests of 95 % need it. */
public final class Normal {
  /** The 0.975 quantile: half the width of a 95 % interval in standard errors. */
  public static final double QUANTILE_975 = 1.959963984540054;

  private Normal() {}

  /** The probability of a value at least as far from 0 as z, on either side. */
  public static double twoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }
}
