package org.radcam.zoo.train;

/**
 * What a network that never saw a case's patient answers for it.
 *
 * @param one the case, labelled with the network's classes
 * @param network which network, for example {@code fold-1}
 * @param logits one for each class
 * @param logarithms whether the logits are logarithms of probabilities that a classifier gave:
 *     equal probabilities then stay equal, which rounding would not leave them as sums of the
 *     others
 */
record Prediction(TrainingCase one, String network, double[] logits, boolean logarithms) {
  Prediction(TrainingCase one, String network, double[] logits) {
    this(one, network, logits, false);
  }

  /** A number by which cases are ordered as by the probability of a class. */
  double score(int positive) {
    return logarithms ? logits[positive] : Scores.margin(logits, positive);
  }
}
