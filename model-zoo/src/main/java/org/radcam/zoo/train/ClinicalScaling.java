package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;

/**
 * Finds how clinical values are scaled: with mean and standard deviation of the cases that are
 * learnt from, those whose value is known, and of no others.
 */
final class ClinicalScaling {
  private ClinicalScaling() {}

  /**
   * Fits.
   *
   * @param learning the cases that are learnt from
   * @throws UserException if no case has a value
   */
  static List<ClinicalInput> fit(List<ClinicalPolicy> policies, List<TrainingCase> learning) {
    return policies.stream().map(policy -> fit(policy, learning)).toList();
  }

  /** The same as long as no case has been seen: raw values as they are. */
  static List<ClinicalInput> unscaled(List<ClinicalPolicy> policies) {
    return policies.stream()
        .map(
            policy -> {
              int width = ClinicalInput.width(policy.field());
              return input(policy, new double[width], new double[width]);
            })
        .toList();
  }

  /** A case's clinical numbers, one after the other. */
  static float[] encode(
      List<ClinicalPolicy> policies, List<ClinicalInput> inputs, TrainingCase one) {
    int width = inputs.stream().mapToInt(ClinicalInput::width).sum();
    float[] numbers = new float[width];
    int at = 0;
    for (int n = 0; n < inputs.size(); n++) {
      ClinicalInput input = inputs.get(n);
      float[] encoded = input.encode(policies.get(n).field(), one.clinical(input.field()));
      System.arraycopy(encoded, 0, numbers, at, encoded.length);
      at += encoded.length;
    }
    return numbers;
  }

  private static ClinicalInput fit(ClinicalPolicy policy, List<TrainingCase> learning) {
    List<double[]> known =
        learning.stream()
            .map(one -> one.clinical(policy.field().key()))
            .flatMap(Optional::stream)
            .map(value -> ClinicalInput.raw(policy.field(), value))
            .toList();
    if (known.isEmpty()) {
      throw new UserException(
          "No case to learn from has a value of '" + policy.field().key() + "'.");
    }
    int width = ClinicalInput.width(policy.field());
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int n = 0; n < width; n++) {
      double sum = 0;
      for (double[] raw : known) {
        sum += raw[n];
      }
      mean[n] = sum / known.size();
      double squares = 0;
      for (double[] raw : known) {
        squares += (raw[n] - mean[n]) * (raw[n] - mean[n]);
      }
      deviation[n] = Math.sqrt(squares / known.size());
    }
    return input(policy, mean, deviation);
  }

  private static ClinicalInput input(ClinicalPolicy policy, double[] mean, double[] deviation) {
    List<Double> centre = new ArrayList<>();
    List<Double> scale = new ArrayList<>();
    for (int n = 0; n < mean.length; n++) {
      centre.add(mean[n]);
      // What never varied tells nothing, whatever its scale.
      scale.add(deviation[n] > 0 ? deviation[n] : 1.0);
    }
    return new ClinicalInput(policy.field().key(), centre, scale, policy.unknownAllowed());
  }
}
