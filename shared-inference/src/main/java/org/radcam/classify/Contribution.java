package org.radcam.classify;

/**
 * What one part of a case's input adds to the answer for one class. Of a network whose last layer
 * takes clinical values beside the image, {@link Kind#IMAGE} and {@link Kind#CLINICAL} sum to the
 * log-odds; everything else is what changes when the part is left out, and sums to nothing.
 *
 * @param kind what it is
 * @param source key of the image role or of the clinical field, or the feature's name
 * @param classKey the class
 * @param logOdds how much it adds to the evidence for the class: to its calibrated logit less the
 *     mean of the other classes', which for two classes is the logarithm of the odds (of a cascade,
 *     logarithms of probabilities stand for logits; with sigmoid, the class's own calibrated
 *     logit); NaN where the part cannot be told from others
 * @param probability probability of the class with all of the input, less that without this part;
 *     NaN where it cannot be left out
 */
public record Contribution(
    Kind kind, String source, String classKey, double logOdds, double probability) {
  /** What a contribution comes from. */
  public enum Kind {
    /** The images of a network that takes clinical values beside them. */
    IMAGE,
    /** One sequence of several, left out. */
    SEQUENCE,
    /** A clinical value, against that of the typical patient. */
    CLINICAL,
    /** A radiomics feature, against its mean. */
    RADIOMICS,
    /** All features of a network's last layer that the model selected. */
    DEEP
  }
}
