package org.radcam.zoo.tabular;

import java.util.List;
import java.util.stream.IntStream;

/** Folds of a table: no patient in two, classes spread evenly. */
final class Folds {
  private static final int FEWEST = 3;

  private Folds() {}

  static int[] assign(TabularData data, List<String> patients, int folds, long seed) {
    List<String> classes =
        IntStream.rangeClosed(1, data.classes()).mapToObj(Integer::toString).toList();
    return PatientFolds.assign(patients, data.labels(), classes, folds, seed);
  }

  /** As many folds as the class with the fewest patients allows, 3 to {@code most}. */
  static int[] atMost(TabularData data, List<String> patients, int most, long seed) {
    int fewest = most;
    for (int c = 0; c < data.classes(); c++) {
      int label = c;
      long own =
          IntStream.range(0, data.size())
              .filter(n -> data.labels()[n] == label)
              .mapToObj(patients::get)
              .distinct()
              .count();
      fewest = (int) Math.min(fewest, own);
    }
    return assign(data, patients, Math.max(FEWEST, fewest), seed);
  }
}
