package org.radcam.stats.validation;

import java.util.Set;
import org.radcam.UserException;
import org.radcam.stats.Predictions;

/**
 * The cases on which thresholds, calibrations and conformal quantiles are chosen. A type of its
 * own, so that none is chosen on the cases that it is reported on: what was chosen keeps its {@link
 * ValidationCases} and refuses to be judged on their patients.
 *
 * @param predictions of a model that was not trained on these cases
 */
public record ValidationCases(Predictions predictions) {
  /**
   * Refuses cases that something chosen here must not be judged on.
   *
   * @param chosen as the subject of a sentence: "The threshold"
   * @throws UserException if the classes differ or a patient is among both; patients are counted,
   *     not named
   */
  void refuseToJudge(Predictions judged, String chosen) {
    if (!judged.classes().equals(predictions.classes())) {
      throw new UserException(
          chosen
              + " was chosen for the classes "
              + String.join(", ", predictions.classes())
              + ", not for "
              + String.join(", ", judged.classes()));
    }
    Set<String> own = Set.copyOf(predictions.patients());
    long shared = judged.patients().stream().distinct().filter(own::contains).count();
    if (shared > 0) {
      throw new UserException(
          chosen
              + " was chosen on validation cases of "
              + shared
              + (shared == 1 ? " patient" : " patients")
              + " who are also among the cases to be judged: split by patient");
    }
  }
}
