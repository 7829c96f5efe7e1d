package org.radcam.zoo.train;

/**
 * Ends a training that no longer gets better on patients set aside from its training cases, and
 * keeps the weights of the best epoch.
 *
 * @param folds one of so many folds of the training patients is set aside
 * @param measure what is watched
 * @param patience epochs without a new best before it ends
 */
public record EarlyStopping(int folds, Measure measure, int patience) {
  /** What is watched on the patients set aside. */
  public enum Measure {
    AUC,
    LOSS
  }

  public EarlyStopping {
    if (folds < 2 || folds > 100) {
      throw new IllegalArgumentException("'folds' must be between 2 and 100, not " + folds);
    }
    if (patience < 1) {
      throw new IllegalArgumentException("'patience' must be at least 1, not " + patience);
    }
  }

  /** Whether a is better than b; the first value is better than none (NaN). */
  boolean better(Validation a, Validation b) {
    return switch (measure) {
      case AUC -> a.auc() > b.auc() || Double.isNaN(b.auc());
      case LOSS -> a.loss() < b.loss() || Double.isNaN(b.loss());
    };
  }
}
