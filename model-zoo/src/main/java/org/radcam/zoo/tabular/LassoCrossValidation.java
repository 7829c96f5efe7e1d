package org.radcam.zoo.tabular;

import java.util.Arrays;

/**
 * The LASSO's penalty chosen by cross-validated deviance, as cv.glmnet does: the deviance of each
 * fold's cases under the model of the other folds, averaged over folds with their sizes for
 * weights, and the standard error of that mean (Hastie, Tibshirani and Friedman, The Elements of
 * Statistical Learning, 2nd ed. 2009, section 7.10.1).
 *
 * @param path the solutions for all cases
 * @param deviances one a penalty: mean over the cases of -2 log p of the true class
 * @param standardErrors of the deviances
 * @param best index of lambda.min, the penalty of the least deviance
 * @param sparse index of lambda.1se, the largest penalty whose deviance is within one standard
 *     error of the least
 */
public record LassoCrossValidation(
    LassoPath path, double[] deviances, double[] standardErrors, int best, int sparse) {
  /** glmnet's: a single miss must not be infinitely bad. */
  private static final double LEAST_PROBABILITY = 1e-5;

  /**
   * Fits the path and cross-validates it.
   *
   * @param folds the fold of each case, 0 to the number of folds less 1; every fold must have
   *     cases, and the cases outside it all classes
   */
  public static LassoCrossValidation of(TabularData data, int[] folds) {
    return of(data, folds, LassoPath.of(data));
  }

  /** The same for given penalties, which fall. */
  public static LassoCrossValidation of(TabularData data, int[] folds, double[] penalties) {
    return of(data, folds, LassoPath.of(data, penalties));
  }

  private static LassoCrossValidation of(TabularData data, int[] folds, LassoPath path) {
    if (folds.length != data.size()) {
      throw new IllegalArgumentException(folds.length + " folds for " + data.size() + " cases");
    }
    int count = Arrays.stream(folds).max().orElse(0) + 1;
    double[][] losses = new double[count][];
    double[] sizes = new double[count];
    for (int fold = 0; fold < count; fold++) {
      TabularData held = data.cases(TabularData.indices(folds, fold, true));
      sizes[fold] = held.size();
      losses[fold] = losses(LassoPath.of(data.without(folds, fold), path.penalties()), held);
    }
    return choose(path, losses, sizes);
  }

  private static double[] losses(LassoPath path, TabularData held) {
    double[] losses = new double[path.penalties().length];
    for (int i = 0; i < losses.length; i++) {
      for (int n = 0; n < held.size(); n++) {
        double p = path.solutions().get(i).probabilities(held.rows()[n])[held.labels()[n]];
        double bounded = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, p));
        losses[i] -= 2 * Math.log(bounded) / held.size();
      }
    }
    return losses;
  }

  private static LassoCrossValidation choose(LassoPath path, double[][] losses, double[] sizes) {
    double total = Arrays.stream(sizes).sum();
    int penalties = path.penalties().length;
    double[] means = new double[penalties];
    double[] errors = new double[penalties];
    int best = 0;
    for (int i = 0; i < penalties; i++) {
      for (int fold = 0; fold < sizes.length; fold++) {
        means[i] += sizes[fold] / total * losses[fold][i];
      }
      double squares = 0;
      for (int fold = 0; fold < sizes.length; fold++) {
        double off = losses[fold][i] - means[i];
        squares += sizes[fold] / total * off * off;
      }
      errors[i] = Math.sqrt(squares / (sizes.length - 1));
      if (means[i] < means[best]) {
        best = i;
      }
    }
    int sparse = 0;
    while (means[sparse] > means[best] + errors[best]) {
      sparse++;
    }
    return new LassoCrossValidation(path, means, errors, best, sparse);
  }

  /** The solution at lambda.min. */
  public LinearSolution atMinimum() {
    return path.solutions().get(best);
  }

  /** The solution at lambda.1se. */
  public LinearSolution atOneStandardError() {
    return path.solutions().get(sparse);
  }
}
