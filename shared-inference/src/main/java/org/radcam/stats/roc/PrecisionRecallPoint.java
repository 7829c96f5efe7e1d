package org.radcam.stats.roc;

/**
 * One point of a precision-recall curve.
 *
 * @param threshold the least score that counts as positive; infinite at the curve's beginning,
 *     where none does
 * @param precision share of the cases that reach it that are positive; 1 where none does
 * @param recall share of the positive cases that reach it
 */
public record PrecisionRecallPoint(double threshold, double precision, double recall) {}
