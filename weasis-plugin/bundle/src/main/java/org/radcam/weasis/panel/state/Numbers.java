package org.radcam.weasis.panel.state;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
  /** Closer to 0 or 1 than this, a rounded percentage would claim certainty. */
  private static final double EDGE = 0.0005;

  private Numbers() {}

  /** A probability or share as a percentage; never a 0 % or 100 % that is not exact. */
  public static String percent(double share) {
    if (Double.isNaN(share)) {
      return Messages.text("number.none");
    }
    if (share > 0 && share < EDGE) {
      return "< 0.1 %";
    }
    if (share < 1 && share >= 1 - EDGE) {
      return "> 99.9 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A difference of probabilities in percentage points, with its sign. */
  public static String points(double difference) {
    return Double.isNaN(difference)
        ? Messages.text("number.none")
        : String.format(Locale.ROOT, "%+.1f", 100 * difference);
  }

  /** Evidence in logit units, with its sign. */
  public static String signed(double value) {
    return Double.isNaN(value)
        ? Messages.text("number.none")
        : String.format(Locale.ROOT, "%+.2f", value);
  }

  /** Two decimals, or a dash for what is not known. */
  public static String plain(double value) {
    return Double.isNaN(value)
        ? Messages.text("number.none")
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** An end of a range, without decimals where it has none. */
  static String end(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
