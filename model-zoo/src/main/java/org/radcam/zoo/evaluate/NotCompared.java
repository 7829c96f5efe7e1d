package org.radcam.zoo.evaluate;

/**
 * Two models or readers of a split of which nothing is compared.
 *
 * @param first model
 * @param second model
 * @param split that both have cases in
 * @param reason why
 */
public record NotCompared(String first, String second, String split, Reason reason) {
  /** Why two are not compared. */
  public enum Reason {
    /** They answered different cases. */
    NO_CASE_IN_COMMON,
    /** Different readers, one without and one with the model. */
    OTHER_READER_AND_CONDITION,
    /** Whoever asked for the evaluation did not want it. */
    NOT_ASKED_FOR
  }

  static NotCompared of(ModelPredictions one, ModelPredictions other, Reason reason) {
    return new NotCompared(one.model(), other.model(), one.split(), reason);
  }
}
