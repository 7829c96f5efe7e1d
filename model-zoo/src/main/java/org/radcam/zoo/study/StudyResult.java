package org.radcam.zoo.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.zoo.train.Manifest;

/**
 * What a study found before it looked at the patients that were kept out.
 *
 * @param request what was asked for
 * @param manifest the cases in their splits
 * @param trained candidates, in the order of the steps
 * @param leftOut candidates that could not be trained
 * @param choices names of the candidates that steps chose: one, or one for each stage
 * @param chosen the candidate with the best model on the validation patients
 */
record StudyResult(
    StudyRequest request,
    Manifest manifest,
    List<Trained> trained,
    List<StudyRun.LeftOut> leftOut,
    Map<StudyStep, List<String>> choices,
    Trained chosen) {
  StudyResult {
    trained = List.copyOf(trained);
    leftOut = List.copyOf(leftOut);
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  static StudyResult of(
      StudyRequest request,
      Manifest manifest,
      List<Trained> trained,
      List<StudyRun.LeftOut> leftOut,
      Map<StudyStep, List<String>> choices) {
    return new StudyResult(
        request, manifest, trained, leftOut, choices, Chooser.best(trained, Trained::bestArea));
  }

  /** Name of the chosen model. */
  String chosenModel() {
    return chosen.bestModel();
  }

  /** Whether a name is none of the study's models. */
  boolean isReader(String name) {
    return trained.stream().noneMatch(one -> one.answers().models().containsKey(name));
  }

  /** Whether every case is synthetic. */
  boolean onPhantoms() {
    return manifest.phantoms() == manifest.cases().size();
  }

  Study study() {
    return request.study();
  }
}
