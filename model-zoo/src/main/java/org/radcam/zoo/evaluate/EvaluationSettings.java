package org.radcam.zoo.evaluate;

/**
 * How figures are made.
 *
 * @param replicates resamples of the bootstrap
 * @param seed the same seed gives the same intervals
 */
public record EvaluationSettings(int replicates, long seed) {
  /** Enough that the ends of an interval vary in the third decimal between seeds. */
  public static final EvaluationSettings DEFAULT = new EvaluationSettings(2000, 42);
}
