package org.radcam.zoo.study;

import java.nio.file.Path;
import java.util.Optional;
import org.radcam.zoo.train.InitialWeights;

/**
 * A candidate that was trained.
 *
 * @param candidate which
 * @param initial what it began from; empty for scratch
 * @param model its package
 * @param answers for validation and held-out patients
 */
record Trained(
    Candidate candidate, Optional<InitialWeights> initial, Path model, CandidateTable answers) {
  /** The best of its models on the validation patients. */
  String bestModel() {
    return answers.best().getKey();
  }

  /** Its area. */
  double bestArea() {
    return answers.best().getValue();
  }
}
