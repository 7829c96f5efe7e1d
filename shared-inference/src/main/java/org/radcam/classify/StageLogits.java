package org.radcam.classify;

import org.radcam.model.Activation;
import org.radcam.model.Stage;

/**
 * What one network says of a case.
 *
 * @param stage the network's place in the model
 * @param activation how logits become probabilities
 * @param logits in the order of its branches
 */
record StageLogits(Stage stage, Activation activation, float[] logits) {
  /** Whether the network is about a class. */
  boolean isAbout(String classKey) {
    return stage.logitOf(classKey) >= 0;
  }

  /** The logit of the branch that has the class, as the network gave it. */
  double logit(String classKey) {
    return logits[stage.logitOf(classKey)];
  }

  /** The logit of the branch that has the class, divided by the temperature. */
  double calibrated(String classKey) {
    return logit(classKey) / stage.temperature();
  }

  /** Calibrated probability of the branch that has the class. */
  double probability(String classKey) {
    return probabilities()[stage.logitOf(classKey)];
  }

  /** Calibrated probabilities of all branches. */
  double[] probabilities() {
    return activation.apply(calibrated());
  }

  /**
   * The logarithm of a softmax probability, which is finite where the probability itself would be
   * rounded to 0.
   */
  double logProbability(String classKey) {
    double[] values = calibrated();
    return calibrated(classKey) - logOfSum(values);
  }

  private double[] calibrated() {
    double[] values = new double[logits.length];
    for (int n = 0; n < values.length; n++) {
      values[n] = logits[n] / stage.temperature();
    }
    return values;
  }

  /** log(sum(exp(v))), with the largest value taken off first so that nothing overflows. */
  static double logOfSum(double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - highest);
    }
    return highest + Math.log(sum);
  }
}
