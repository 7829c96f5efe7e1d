package org.radcam.zoo.tabular;

import java.util.List;

/**
 * How classifiers are compared.
 *
 * @param trainers the kinds, simpler ones first
 * @param selection which features they get
 * @param folds of the cross-validation that compares
 * @param innerFolds of the cross-validations within, which choose the LASSO's penalty; fewer, but
 *     at least 3, where a class has fewer patients
 * @param replicates of the bootstrap
 * @param seed of folds, trainers and bootstrap
 */
public record ComparisonSettings(
    List<TabularTrainer> trainers,
    Selection selection,
    int folds,
    int innerFolds,
    int replicates,
    long seed) {
  public ComparisonSettings {
    trainers = List.copyOf(trainers);
    if (trainers.isEmpty() || folds < 2 || innerFolds < 3 || replicates < 1) {
      throw new IllegalArgumentException(
          "A comparison needs trainers, 2 folds, 3 inner folds and replicates");
    }
  }

  /** All eight, features at lambda.min, five folds, ten within, 2000 resamples. */
  public static ComparisonSettings standard(long seed) {
    return new ComparisonSettings(TabularTrainers.all(), Selection.LAMBDA_MIN, 5, 10, 2000, seed);
  }
}
