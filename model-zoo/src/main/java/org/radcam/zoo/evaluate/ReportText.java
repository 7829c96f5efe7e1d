package org.radcam.zoo.evaluate;

import java.util.Locale;
import org.radcam.stats.Interval;

/** Figures as a report writes them. */
final class ReportText {
  /** For what does not exist. */
  static final String NONE = "\u2013";

  private ReportText() {}

  /** Three decimals with the interval's ends; a dash for what does not exist. */
  static String figure(Interval interval) {
    if (!Double.isFinite(interval.estimate())) {
      return NONE;
    }
    String estimate = three(interval.estimate());
    return Double.isFinite(interval.low())
        ? estimate + " (" + three(interval.low()) + " to " + three(interval.high()) + ")"
        : estimate;
  }

  static String three(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : NONE;
  }

  /** A p value as journals want it. */
  static String p(double p) {
    if (!Double.isFinite(p)) {
      return NONE;
    }
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
