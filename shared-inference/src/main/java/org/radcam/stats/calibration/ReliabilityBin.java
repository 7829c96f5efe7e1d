package org.radcam.stats.calibration;

import org.radcam.stats.Proportion;

/**
 * The cases whose probability lies in one range.
 *
 * @param low lower edge; its own value belongs to the bin before, if there is one
 * @param high upper edge, which belongs to the bin
 * @param meanProbability what was predicted, on the mean
 * @param observed what came true; {@link Proportion#wilson} gives its interval
 */
public record ReliabilityBin(double low, double high, double meanProbability, Proportion observed) {
  /** How far the mean prediction is from what came true. */
  public double gap() {
    return Math.abs(observed.value() - meanProbability);
  }
}
