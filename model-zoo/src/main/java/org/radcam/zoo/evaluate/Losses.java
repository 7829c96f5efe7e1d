package org.radcam.zoo.evaluate;

import java.util.List;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;
import org.radcam.stats.calibration.BrierScore;
import org.radcam.stats.calibration.LogLoss;
import org.radcam.stats.calibration.ReliabilityCurve;

/**
 * How far probabilities are from what came true.
 *
 * @param brier Brier score
 * @param expectedError expected calibration error of the predicted class
 * @param logLoss mean of -log of the true class's probability
 */
public record Losses(Interval brier, double expectedError, Interval logLoss) {
  static Losses of(Predictions predictions, ClusteredBootstrap bootstrap) {
    BrierScore brier = BrierScore.of(predictions);
    LogLoss loss = LogLoss.of(predictions);
    List<Interval> drawn =
        bootstrap.intervals(times -> new double[] {brier.value(times), loss.value(times)});
    double error =
        ReliabilityCurve.ofPredictedClass(predictions, ProbabilityFigures.BINS).expectedError();
    return new Losses(drawn.get(0), error, drawn.get(1));
  }
}
