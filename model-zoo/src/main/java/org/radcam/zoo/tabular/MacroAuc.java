package org.radcam.zoo.tabular;

import org.radcam.stats.Auc;

/**
 * Areas under the ROC curves: of two classes the second's, of more the mean of one against rest.
 */
final class MacroAuc {
  private final Auc[] areas;

  /**
   * @param probabilities case by class
   */
  MacroAuc(double[][] probabilities, int[] labels, int classes) {
    areas = new Auc[classes == 2 ? 1 : classes];
    for (int k = 0; k < areas.length; k++) {
      int positive = classes == 2 ? 1 : k;
      double[] scores = new double[labels.length];
      boolean[] truth = new boolean[labels.length];
      for (int n = 0; n < labels.length; n++) {
        scores[n] = probabilities[n][positive];
        truth[n] = labels[n] == positive;
      }
      areas[k] = new Auc(scores, truth);
    }
  }

  double value() {
    double sum = 0;
    for (Auc area : areas) {
      sum += area.value();
    }
    return sum / areas.length;
  }

  /** Where case n counts {@code times[n]} times; NaN where a class is missing. */
  double value(int[] times) {
    double sum = 0;
    for (Auc area : areas) {
      sum += area.value(times);
    }
    return sum / areas.length;
  }
}
