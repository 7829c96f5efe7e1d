package org.radcam.stats.validation;

import org.radcam.UserException;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;

/**
 * Platt scaling of two classes (Platt, Advances in Large Margin Classifiers 1999, p. 61): the
 * second class's probability becomes 1 / (1 + exp(-(slope f + intercept))), f its log odds before,
 * with the likeliest slope and intercept. Platt's targets ((N+ + 1) / (N+ + 2) and 1 / (N- + 2),
 * not 1 and 0) keep them finite; Newton's method with halved steps as Lin, Lin and Weng (Mach Learn
 * 2007;68:267). Probabilities below 1e-12 count as that.
 *
 * @param slope below 1 where the model was too sure of itself; Platt's -A
 * @param intercept Platt's -B
 * @param fittedOn the validation cases
 */
public record PlattScaling(double slope, double intercept, ValidationCases fittedOn) {
  private static final int ITERATIONS = 200;
  private static final double SMALL_STEP = 1e-13;

  /** Log odds so close are equal but for rounding. */
  private static final double SAME_ODDS = 1e-9;

  /**
   * Fits slope and intercept.
   *
   * @throws UserException if there are not two classes, one has no validation case, or all
   *     validation cases have the same probability
   */
  public static PlattScaling fit(ValidationCases validation) {
    Predictions predictions = validation.predictions();
    if (predictions.classes().size() != 2) {
      throw new UserException(
          "Platt scaling is for two classes; of "
              + predictions.classes().size()
              + " use temperature scaling");
    }
    BinaryCases cases = predictions.oneVsRest(1);
    cases.require(1, "Platt scaling");
    double[] odds = odds(cases);
    return maximum(odds, targets(cases), validation);
  }

  private static double[] odds(BinaryCases cases) {
    double[] odds = new double[cases.size()];
    boolean differ = false;
    for (int n = 0; n < odds.length; n++) {
      odds[n] = Logs.odds(cases.scores()[n]);
      differ |= Math.abs(odds[n] - odds[0]) > SAME_ODDS;
    }
    if (!differ) {
      throw new UserException(
          "Platt scaling needs different probabilities; all "
              + odds.length
              + " validation cases have "
              + cases.scores()[0]);
    }
    return odds;
  }

  private static double[] targets(BinaryCases cases) {
    double positive = (cases.positives() + 1.0) / (cases.positives() + 2.0);
    double negative = 1 / (cases.negatives() + 2.0);
    double[] targets = new double[cases.size()];
    for (int n = 0; n < targets.length; n++) {
      targets[n] = cases.positive()[n] ? positive : negative;
    }
    return targets;
  }

  private static PlattScaling maximum(double[] odds, double[] targets, ValidationCases on) {
    double slope = 0;
    double intercept = 0;
    double loss = loss(odds, targets, slope, intercept);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] step = newtonStep(odds, targets, slope, intercept);
      double length = 1;
      double next = loss(odds, targets, slope + step[0], intercept + step[1]);
      while (!(next <= loss + 1e-13 * Math.abs(loss)) && length > 1e-10) {
        length /= 2;
        next = loss(odds, targets, slope + length * step[0], intercept + length * step[1]);
      }
      slope += length * step[0];
      intercept += length * step[1];
      loss = next;
      if (Math.abs(step[0]) + Math.abs(step[1])
          < SMALL_STEP * (1 + Math.abs(slope) + Math.abs(intercept))) {
        break;
      }
    }
    return new PlattScaling(slope, intercept, on);
  }

  /** About the weighted mean of the log odds, so that close ones do not cancel. */
  private static double[] newtonStep(
      double[] odds, double[] targets, double slope, double intercept) {
    double weights = 0;
    double weighted = 0;
    for (double f : odds) {
      double weight = weight(sigmoid(slope * f + intercept));
      weights += weight;
      weighted += weight * f;
    }
    double mean = weighted / weights;
    double ofSlope = 0;
    double ofIntercept = 0;
    double squares = 0;
    for (int n = 0; n < odds.length; n++) {
      double p = sigmoid(slope * odds[n] + intercept);
      double above = odds[n] - mean;
      ofSlope += (targets[n] - p) * above;
      ofIntercept += targets[n] - p;
      squares += weight(p) * above * above;
    }
    double step = ofSlope / squares;
    return new double[] {step, ofIntercept / weights - mean * step};
  }

  private static double weight(double p) {
    return p * (1 - p);
  }

  /** Minus the log likelihood, without overflow. */
  private static double loss(double[] odds, double[] targets, double slope, double intercept) {
    double sum = 0;
    for (int n = 0; n < odds.length; n++) {
      double f = slope * odds[n] + intercept;
      sum += Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - targets[n] * f;
    }
    return sum;
  }

  private static double sigmoid(double f) {
    return 1 / (1 + Math.exp(-f));
  }

  /**
   * Other cases' probabilities, calibrated.
   *
   * @throws UserException if one of their patients is among the validation cases
   */
  public Predictions apply(Predictions others) {
    fittedOn.refuseToJudge(others, "The Platt scaling");
    double[][] scaled = new double[others.size()][];
    for (int n = 0; n < scaled.length; n++) {
      double f = slope * Logs.odds(others.probabilities()[n][1]) + intercept;
      scaled[n] = new double[] {sigmoid(-f), sigmoid(f)};
    }
    return others.with(scaled);
  }
}
