package org.radcam.zoo.tabular;

import java.util.List;
import java.util.stream.IntStream;
import org.radcam.tabular.LinearClassifier;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularModel;

/**
 * Coefficients of a logistic regression for features as they are.
 *
 * @param weights one row for two classes (log odds of the second), else one a class; one column a
 *     feature
 * @param intercepts one a row
 */
public record LinearSolution(double[][] weights, double[] intercepts) {
  /** The columns with a weight other than 0 for any class. */
  public int[] selected() {
    return IntStream.range(0, weights[0].length)
        .filter(j -> IntStream.range(0, weights.length).anyMatch(k -> weights[k][j] != 0))
        .toArray();
  }

  /** The probability of each class. */
  public double[] probabilities(double[] values) {
    double[] margins = new double[weights.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < margins.length; k++) {
      margins[k] = intercepts[k] + CoordinateDescent.dot(weights[k], values);
      highest = Math.max(highest, margins[k]);
    }
    if (margins.length == 1) {
      return new double[] {1 / (1 + Math.exp(margins[0])), 1 / (1 + Math.exp(-margins[0]))};
    }
    double sum = 0;
    for (int k = 0; k < margins.length; k++) {
      margins[k] = Math.exp(margins[k] - highest);
      sum += margins[k];
    }
    for (int k = 0; k < margins.length; k++) {
      margins[k] /= sum;
    }
    return margins;
  }

  /**
   * As a model that can be stored, with all features.
   *
   * @param features names of the columns
   * @param standardiser of the columns
   */
  public TabularModel model(List<String> features, Standardiser standardiser) {
    float[][] scaled = new float[weights.length][features.size()];
    float[] constants = new float[weights.length];
    for (int k = 0; k < weights.length; k++) {
      double constant = intercepts[k];
      for (int j = 0; j < features.size(); j++) {
        scaled[k][j] = (float) (weights[k][j] * standardiser.scales()[j]);
        constant += weights[k][j] * standardiser.centres()[j];
      }
      constants[k] = (float) constant;
    }
    return new TabularModel(features, standardiser, new LinearClassifier(scaled, constants));
  }
}
