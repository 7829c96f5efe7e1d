package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import org.radcam.model.RadiomicsSpec;

/**
 * How a second level is made that answers from named features in the network's place.
 *
 * @param radiomics what is measured of the region of interest
 * @param selection which features it takes
 * @param classifiers keys of those that are tried
 * @param keep the one that is kept; empty for the best by cross-validation
 * @param learns whether the network is trained; false for one whose features are taken as its first
 *     weights make them, or where there is none
 */
record FeatureRecipe(
    List<RadiomicsSpec> radiomics,
    Selection selection,
    List<String> classifiers,
    Optional<String> keep,
    boolean learns) {
  FeatureRecipe {
    radiomics = List.copyOf(radiomics);
    classifiers = List.copyOf(classifiers);
    if (classifiers.isEmpty() || classifiers.stream().distinct().count() < classifiers.size()) {
      throw new IllegalArgumentException("'classifiers' names none, or one twice");
    }
    if (keep.isPresent() && !classifiers.contains(keep.get())) {
      throw new IllegalArgumentException("'keep' is none of 'classifiers': " + keep.get());
    }
  }

  /** Whether the classifier is chosen by what the trials show. */
  boolean chooses() {
    return keep.isEmpty() && classifiers.size() > 1;
  }

  /**
   * Which features a second level takes.
   *
   * @param lasso those to which the LASSO gives a weight; else all
   * @param folds of the cross-validation by patient that finds its penalty
   * @param sparse whether the penalty is lambda.1se, the largest within one standard error of the
   *     best; else lambda.min, the best
   */
  record Selection(boolean lasso, int folds, boolean sparse) {
    static final Selection ALL = new Selection(false, 2, false);

    Selection {
      if (folds < 2 || folds > 100) {
        throw new IllegalArgumentException("'folds' must be between 2 and 100, not " + folds);
      }
    }

    /** For people. */
    String title() {
      return lasso ? "LASSO, " + (sparse ? "lambda.1se" : "lambda.min") : "all features";
    }
  }
}
