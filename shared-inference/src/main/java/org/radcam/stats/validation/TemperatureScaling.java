package org.radcam.stats.validation;

import org.radcam.UserException;
import org.radcam.stats.Predictions;

/**
 * Temperature scaling (Guo et al., On calibration of modern neural networks, ICML 2017, section
 * 4.2): probabilities become softmax(log p / temperature), with the temperature at which the
 * validation cases' log loss is least. The order of a case's classes stays, and of two classes that
 * of the cases too. Probabilities below 1e-12 count as that.
 *
 * @param temperature above 1 where the model was too sure of itself
 * @param fittedOn the validation cases
 */
public record TemperatureScaling(double temperature, ValidationCases fittedOn) {
  /** Of the inverse temperature; the loss is convex in it. */
  private static final double LOWEST = 1e-3;

  private static final double HIGHEST = 1e3;
  private static final int HALVINGS = 200;

  /**
   * Finds the zero of the loss's derivative by the inverse temperature, by bisection.
   *
   * @throws UserException if the validation cases tell no temperature between 0.001 and 1000: all
   *     predictions are right, or no better than chance
   */
  public static TemperatureScaling fit(ValidationCases validation) {
    Predictions cases = validation.predictions();
    double[][] logs = new double[cases.size()][];
    for (int n = 0; n < logs.length; n++) {
      logs[n] = logs(cases.probabilities()[n]);
    }
    double low = LOWEST;
    double high = HIGHEST;
    if (slope(logs, cases.labels(), low) >= 0 || slope(logs, cases.labels(), high) <= 0) {
      throw new UserException(
          "No temperature can be fitted to these "
              + logs.length
              + " validation cases: the predictions are all right, or no better than chance");
    }
    for (int n = 0; n < HALVINGS && high - low > Math.ulp(low); n++) {
      double middle = (low + high) / 2;
      if (slope(logs, cases.labels(), middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new TemperatureScaling(2 / (low + high), validation);
  }

  /**
   * Other cases' probabilities, calibrated.
   *
   * @throws UserException if one of their patients is among the validation cases
   */
  public Predictions apply(Predictions others) {
    fittedOn.refuseToJudge(others, "The temperature");
    double[][] scaled = new double[others.size()][];
    for (int n = 0; n < scaled.length; n++) {
      scaled[n] = softmax(logs(others.probabilities()[n]), 1 / temperature);
    }
    return others.with(scaled);
  }

  private static double[] logs(double[] probabilities) {
    double[] logs = new double[probabilities.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Logs.log(probabilities[k]);
    }
    return logs;
  }

  /** The derivative of the log loss: what is expected of log p less what the true class has. */
  private static double slope(double[][] logs, int[] labels, double inverse) {
    double sum = 0;
    for (int n = 0; n < logs.length; n++) {
      double[] p = softmax(logs[n], inverse);
      for (int k = 0; k < p.length; k++) {
        sum += p[k] * (logs[n][k] - logs[n][labels[n]]);
      }
    }
    return sum;
  }

  private static double[] softmax(double[] logs, double inverse) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      highest = Math.max(highest, log * inverse);
    }
    double[] p = new double[logs.length];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(logs[k] * inverse - highest);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
