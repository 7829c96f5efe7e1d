package org.radcam.zoo.train;

import java.util.List;
import org.radcam.zoo.tabular.PatientFolds;

/** The folds of training cases, by {@link PatientFolds}. */
final class CaseFolds {
  private CaseFolds() {}

  /**
   * The fold of each case, 0 to {@code folds - 1}.
   *
   * @param classes names of the classes, for the message
   * @throws org.radcam.UserException if some class has fewer patients than there are folds
   */
  static int[] assign(List<TrainingCase> cases, List<String> classes, int folds, long seed) {
    return PatientFolds.assign(
        cases.stream().map(TrainingCase::patient).toList(),
        cases.stream().mapToInt(TrainingCase::label).toArray(),
        classes,
        folds,
        seed);
  }
}
