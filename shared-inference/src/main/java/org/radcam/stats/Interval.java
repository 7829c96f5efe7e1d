package org.radcam.stats;

/**
 * An estimate and its confidence interval.
 *
 * @param estimate from all data
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {}
