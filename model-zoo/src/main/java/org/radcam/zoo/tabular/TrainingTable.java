package org.radcam.zoo.tabular;

import java.util.Arrays;
import org.radcam.tabular.Standardiser;

/**
 * What a trainer learns from: standardised features and classes.
 *
 * @param rows one a case, one standardised value a feature
 * @param labels class of each case, 0 to {@code classes - 1}; every class has a case
 * @param classes number of classes
 */
public record TrainingTable(float[][] rows, int[] labels, int classes) {
  /** Standardises a table. */
  public static TrainingTable of(TabularData data, Standardiser standardiser) {
    return new TrainingTable(
        Arrays.stream(data.rows()).map(standardiser::apply).toArray(float[][]::new),
        data.labels(),
        data.classes());
  }

  /** Number of features. */
  public int features() {
    return rows[0].length;
  }

  /** How many cases each class has. */
  int[] counts() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
