package org.radcam.zoo.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each case counts in the loss; the weights of all cases have mean 1. */
public enum Balance {
  /** Every case counts the same. */
  NONE,
  /** Every class counts the same: n / (classes x cases of the class). */
  CLASS,
  /**
   * Every class counts the same within each stratum, so that the stratum by itself says nothing of
   * the class: cases of the stratum / (classes x cases of the class in the stratum). A stratum that
   * lacks a class gets weights of 1.
   */
  CLASS_IN_STRATUM;

  /** Weights of the cases, in their order. */
  public double[] weights(List<TrainingCase> cases, int classes) {
    double[] weights = new double[cases.size()];
    if (this == NONE) {
      Arrays.fill(weights, 1);
      return weights;
    }
    Map<String, int[]> counts = new HashMap<>();
    for (TrainingCase one : cases) {
      counts.computeIfAbsent(group(one), name -> new int[classes])[one.label()]++;
    }
    double sum = 0;
    for (int n = 0; n < weights.length; n++) {
      TrainingCase one = cases.get(n);
      int[] group = counts.get(group(one));
      int present = 0;
      int total = 0;
      for (int count : group) {
        present += count > 0 ? 1 : 0;
        total += count;
      }
      weights[n] = present < classes ? 1 : (double) total / classes / group[one.label()];
      sum += weights[n];
    }
    for (int n = 0; n < weights.length; n++) {
      weights[n] *= weights.length / sum;
    }
    return weights;
  }

  private String group(TrainingCase one) {
    return this == CLASS ? "" : one.stratum();
  }
}
