package org.radcam.zoo.evaluate;

import java.util.Optional;
import org.radcam.stats.validation.PlattScaling;
import org.radcam.stats.validation.TemperatureScaling;

/**
 * What calibrations that were fitted to validation cases do to the probabilities of others.
 *
 * @param before the probabilities as they are
 * @param temperature empty where the validation cases tell none
 * @param platt empty where the validation cases tell none, or there are not two classes
 */
public record Recalibration(
    Losses before,
    Optional<Fitted<TemperatureScaling>> temperature,
    Optional<Fitted<PlattScaling>> platt) {
  /**
   * A calibration.
   *
   * @param scaling as fitted
   * @param after the losses of the calibrated probabilities
   */
  public record Fitted<T>(T scaling, Losses after) {}
}
