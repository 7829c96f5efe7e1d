package org.radcam.stats;

/**
 * Two areas under ROC curves compared.
 *
 * @param first area
 * @param second area
 * @param difference first minus second, with its 95 % interval
 * @param z difference by its standard error
 * @param degreesOfFreedom of the t distribution that p comes from; infinite where it is the normal
 *     one
 * @param p two-sided
 */
public record AreaComparison(
    double first,
    double second,
    Interval difference,
    double z,
    double degreesOfFreedom,
    double p) {}
