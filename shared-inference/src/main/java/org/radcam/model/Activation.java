package org.radcam.model;

import java.util.Locale;

/** How logits become probabilities. */
public enum Activation {
  /** Exactly one class is true: exp(z_c) / sum exp(z). */
  SOFTMAX {
    @Override
    public double[] apply(double[] logits) {
      double highest = Double.NEGATIVE_INFINITY;
      for (double logit : logits) {
        highest = Math.max(highest, logit);
      }
      double[] result = new double[logits.length];
      double sum = 0;
      for (int c = 0; c < logits.length; c++) {
        // The highest logit is taken off first, so that exp cannot overflow.
        result[c] = Math.exp(logits[c] - highest);
        sum += result[c];
      }
      for (int c = 0; c < logits.length; c++) {
        result[c] /= sum;
      }
      return result;
    }
  },
  /** Every class is true or false by itself: 1 / (1 + exp(-z_c)). */
  SIGMOID {
    @Override
    public double[] apply(double[] logits) {
      double[] result = new double[logits.length];
      for (int c = 0; c < logits.length; c++) {
        result[c] = 1 / (1 + Math.exp(-logits[c]));
      }
      return result;
    }
  };

  /** The word in cards. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Probabilities of calibrated logits. */
  public abstract double[] apply(double[] logits);
}
