package org.radcam.zoo.tabular;

import java.util.List;
import java.util.stream.IntStream;
import org.radcam.zoo.train.PatientFolds;

/** Folds of a table: no patient in two, classes spread evenly. */
final class Folds {
  private Folds() {}

  static int[] assign(TabularData data, List<String> patients, int folds, long seed) {
    List<String> classes =
        IntStream.rangeClosed(1, data.classes()).mapToObj(Integer::toString).toList();
    return PatientFolds.assign(patients, data.labels(), classes, folds, seed);
  }
}
