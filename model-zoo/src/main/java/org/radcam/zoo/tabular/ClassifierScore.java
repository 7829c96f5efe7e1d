package org.radcam.zoo.tabular;

import org.radcam.stats.Interval;

/**
 * How well one kind of classifier answered for cases that it had not learned from.
 *
 * @param trainer the kind
 * @param auc macro one-against-rest area over all cases, each answered by the model of the other
 *     folds, with the 95 % interval of a bootstrap over patients
 * @param foldAucs the same within each fold
 * @param probabilities case by class: those answers
 */
public record ClassifierScore(
    TabularTrainer trainer, Interval auc, double[] foldAucs, double[][] probabilities) {
  /** Mean over the folds. */
  public double meanFoldAuc() {
    double sum = 0;
    for (double auc : foldAucs) {
      sum += auc;
    }
    return sum / foldAucs.length;
  }
}
