package org.radcam.zoo.study;

import java.util.List;
import org.radcam.zoo.train.Manifest;

/**
 * What a study found before it looked at the patients that were kept out.
 *
 * @param request what was asked for
 * @param manifest the cases in their splits
 * @param trained candidates, in the order of the steps
 * @param leftOut candidates that could not be trained
 * @param chosen the candidate with the best model on the validation patients
 */
record StudyResult(
    StudyRequest request,
    Manifest manifest,
    List<Trained> trained,
    List<StudyRun.LeftOut> leftOut,
    Trained chosen) {
  StudyResult {
    trained = List.copyOf(trained);
    leftOut = List.copyOf(leftOut);
  }

  static StudyResult of(
      StudyRequest request,
      Manifest manifest,
      List<Trained> trained,
      List<StudyRun.LeftOut> leftOut) {
    return new StudyResult(
        request, manifest, trained, leftOut, Chooser.best(trained, Trained::bestArea));
  }

  /** Name of the chosen model. */
  String chosenModel() {
    return chosen.bestModel();
  }

  /** Whether every case is synthetic. */
  boolean onPhantoms() {
    return manifest.phantoms() == manifest.cases().size();
  }

  Study study() {
    return request.study();
  }
}
