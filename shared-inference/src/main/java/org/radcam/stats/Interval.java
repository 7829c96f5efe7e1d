package org.radcam.stats;

/**
 * An estimate and its confidence interval.
 *
 * @param estimate from all data
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {
  /** Of what the data do not determine: NaN throughout. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /** Estimate +- 1.96 standard errors, cut to what is possible. */
  public static Interval wald(double estimate, double standardError, double least, double most) {
    double half = Normal.QUANTILE_975 * standardError;
    return new Interval(
        estimate, Math.max(least, estimate - half), Math.min(most, estimate + half));
  }
}
