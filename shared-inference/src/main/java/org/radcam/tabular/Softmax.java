package org.radcam.tabular;

/** From margins to probabilities, without overflow. */
final class Softmax {
  private Softmax() {}

  static double[] of(double[] logits) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      highest = Math.max(highest, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = Math.exp(logits[c] - highest);
      sum += probabilities[c];
    }
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  /** The probabilities of two classes from the log odds of the second. */
  static double[] ofLogOdds(double logOdds) {
    return new double[] {1 / (1 + Math.exp(logOdds)), 1 / (1 + Math.exp(-logOdds))};
  }
}
