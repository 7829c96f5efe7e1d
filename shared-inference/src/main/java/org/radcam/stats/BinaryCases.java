package org.radcam.stats;

import org.radcam.UserException;

/**
 * Scores of cases of which it is known whether they are positive.
 *
 * @param scores higher speaks for positive; none may be NaN
 * @param positive the truth, one for each score
 */
public record BinaryCases(double[] scores, boolean[] positive) {
  public BinaryCases {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "There are " + scores.length + " scores and " + positive.length + " truths");
    }
    for (int n = 0; n < scores.length; n++) {
      if (Double.isNaN(scores[n])) {
        throw new UserException("Case " + (n + 1) + " has no score (NaN)");
      }
    }
    scores = scores.clone();
    positive = positive.clone();
  }

  /** How many cases there are. */
  public int size() {
    return scores.length;
  }

  /** How many of them are positive. */
  public int positives() {
    int count = 0;
    for (boolean is : positive) {
      count += is ? 1 : 0;
    }
    return count;
  }

  /** How many of them are negative. */
  public int negatives() {
    return size() - positives();
  }

  /**
   * Refuses too few cases of a class.
   *
   * @param least how many cases of each class are needed
   * @param what needs them, as the subject of a sentence: "A ROC curve"
   * @throws UserException if there are fewer positive or negative cases
   */
  public void require(int least, String what) {
    int positives = positives();
    if (positives < least || size() - positives < least) {
      throw new UserException(
          what
              + " needs at least "
              + least
              + " positive and "
              + least
              + " negative cases; there are "
              + positives
              + " positive and "
              + (size() - positives)
              + " negative ones");
    }
  }

  /** Refuses scores that are no probabilities. */
  public void requireProbabilities(String what) {
    for (int n = 0; n < scores.length; n++) {
      if (scores[n] < 0 || scores[n] > 1) {
        throw new UserException(
            what + " needs probabilities from 0 to 1; case " + (n + 1) + " has " + scores[n]);
      }
    }
  }
}
