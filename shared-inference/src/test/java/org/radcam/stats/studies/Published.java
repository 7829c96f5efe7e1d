package org.radcam.stats.studies;

import java.util.Locale;
import org.radcam.stats.Interval;

/** Figures as the studies print them. */
final class Published {
  private Published() {}

  static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  static String percent(Interval interval) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f-%.1f)",
        100 * interval.estimate(),
        100 * interval.low(),
        100 * interval.high());
  }
}
