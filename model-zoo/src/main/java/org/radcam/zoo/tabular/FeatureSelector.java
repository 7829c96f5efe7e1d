package org.radcam.zoo.tabular;

import java.util.List;
import java.util.stream.IntStream;
import org.radcam.UserException;

/**
 * Chooses features by cross-validated LASSO. Where the penalty that is asked for keeps none, the
 * next smaller one that keeps any is taken, because a classifier needs a feature.
 */
final class FeatureSelector {
  private FeatureSelector() {}

  /**
   * What was chosen.
   *
   * @param columns in the order of the table
   * @param lasso the cross-validation that chose them
   * @param penalty index of the penalty on the path that they belong to
   */
  record Choice(int[] columns, LassoCrossValidation lasso, int penalty) {}

  static Choice choose(
      TabularData data, List<String> patients, Selection selection, int folds, long seed) {
    int[] inner = Folds.atMost(data, patients, folds, seed);
    LassoCrossValidation lasso = LassoCrossValidation.of(data, inner);
    if (selection == Selection.NONE) {
      return new Choice(IntStream.range(0, data.features().size()).toArray(), lasso, lasso.best());
    }
    int last = lasso.path().penalties().length;
    for (int i = selection == Selection.LAMBDA_MIN ? lasso.best() : lasso.sparse(); i < last; i++) {
      int[] columns = lasso.path().solutions().get(i).selected();
      if (columns.length > 0) {
        return new Choice(columns, lasso, i);
      }
    }
    throw new UserException(
        "The LASSO keeps none of the "
            + data.features().size()
            + " features: every feature is the same in all cases");
  }
}
