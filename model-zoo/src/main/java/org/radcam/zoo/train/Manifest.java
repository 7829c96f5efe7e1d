package org.radcam.zoo.train;

import java.util.List;

/**
 * What there is to learn from.
 *
 * @param name of the file it came from, for messages
 * @param cases in the order of the file
 * @param sha256 digest of the file
 * @param phantoms how many cases are synthetic
 */
public record Manifest(String name, List<TrainingCase> cases, String sha256, int phantoms) {
  public Manifest {
    cases = List.copyOf(cases);
  }

  /** Cases to train on and to cross-validate with. */
  public List<TrainingCase> training() {
    return cases.stream().filter(one -> !one.heldOut()).toList();
  }

  /** Cases kept for one test at the end; often none. */
  public List<TrainingCase> heldOut() {
    return cases.stream().filter(TrainingCase::heldOut).toList();
  }

  /** Number of different patients. */
  static long patients(List<TrainingCase> cases) {
    return cases.stream().map(TrainingCase::patient).distinct().count();
  }
}
