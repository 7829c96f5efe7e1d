package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * A feature that the LASSO kept.
 *
 * @param name of the feature
 * @param weights per standard deviation of the feature: one for two classes (log odds of the
 *     second), else one a class
 */
public record SelectedFeature(String name, double[] weights) {
  /** Those of a solution, the heaviest first. */
  static List<SelectedFeature> of(LinearSolution solution, TabularData data) {
    double[] scales = new PenalisedData(data).scales;
    List<SelectedFeature> selected = new ArrayList<>();
    for (int j : solution.selected()) {
      double[] weights = new double[solution.weights().length];
      for (int k = 0; k < weights.length; k++) {
        weights[k] = solution.weights()[k][j] * scales[j];
      }
      selected.add(new SelectedFeature(data.features().get(j), weights));
    }
    selected.sort((a, b) -> Double.compare(b.largest(), a.largest()));
    return selected;
  }

  private double largest() {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }
}
