package org.radcam.zoo.train;

/**
 * How well a network does on cases that it does not learn from.
 *
 * @param loss mean cross-entropy, without smoothing or weights
 * @param auc area under the ROC curve; for more than two classes the mean of one against the rest
 */
record Validation(double loss, double auc) {
  static final Validation NONE = new Validation(Double.NaN, Double.NaN);
}
