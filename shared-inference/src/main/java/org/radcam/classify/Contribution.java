package org.radcam.classify;

/**
 * What one part of a case's input adds to the answer for one class.
 *
 * @param kind what it is
 * @param source key of the image role or of the clinical field, or the feature's name
 * @param classKey the class
 * @param logOdds how much it adds to the evidence for the class: to its logit less the mean of the
 *     other classes' logits, which for two classes is the logarithm of the odds; NaN where the
 *     model's answer is no sum of parts
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
