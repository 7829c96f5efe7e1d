package org.radcam.zoo.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.radcam.UserException;

/**
 * A feature table with the truth.
 *
 * @param features names of the columns
 * @param rows one a case, one finite value a feature
 * @param labels class of each case, 0 to {@code classes - 1}
 * @param classes number of classes, at least 2
 */
public record TabularData(List<String> features, double[][] rows, int[] labels, int classes) {
  public TabularData {
    features = List.copyOf(features);
    if (rows.length != labels.length || classes < 2) {
      throw new IllegalArgumentException(
          rows.length + " rows, " + labels.length + " labels of " + classes + " classes");
    }
    for (int n = 0; n < rows.length; n++) {
      if (rows[n].length != features.size() || labels[n] < 0 || labels[n] >= classes) {
        throw new IllegalArgumentException(
            "Row " + (n + 1) + " has " + rows[n].length + " values and the class " + labels[n]);
      }
      for (int j = 0; j < rows[n].length; j++) {
        if (!Double.isFinite(rows[n][j])) {
          throw new UserException(
              "The feature " + features.get(j) + " has no finite value in row " + (n + 1));
        }
      }
    }
  }

  /** Number of cases. */
  public int size() {
    return rows.length;
  }

  /** How many cases each class has. */
  public int[] counts() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /** Some of the cases. */
  public TabularData cases(int[] chosen) {
    return new TabularData(
        features,
        Arrays.stream(chosen).mapToObj(n -> rows[n]).toArray(double[][]::new),
        Arrays.stream(chosen).map(n -> labels[n]).toArray(),
        classes);
  }

  /** Some of the features, in the order given. */
  public TabularData columns(int[] chosen) {
    double[][] selected = new double[rows.length][chosen.length];
    for (int n = 0; n < rows.length; n++) {
      for (int j = 0; j < chosen.length; j++) {
        selected[n][j] = rows[n][chosen[j]];
      }
    }
    return new TabularData(
        Arrays.stream(chosen).mapToObj(features::get).toList(), selected, labels, classes);
  }

  /**
   * The cases of the folds other than {@code fold}.
   *
   * @param folds the fold of each case
   */
  TabularData without(int[] folds, int fold) {
    return cases(indices(folds, fold, false));
  }

  static int[] indices(int[] folds, int fold, boolean inside) {
    return IntStream.range(0, folds.length).filter(n -> (folds[n] == fold) == inside).toArray();
  }
}
