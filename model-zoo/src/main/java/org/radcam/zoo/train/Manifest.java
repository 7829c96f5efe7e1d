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
    return of(Split.TRAIN);
  }

  /** Cases that early stopping watches; often none. */
  public List<TrainingCase> validation() {
    return of(Split.VALIDATION);
  }

  /** Cases kept for one test at the end; often none. */
  public List<TrainingCase> heldOut() {
    return of(Split.TEST);
  }

  private List<TrainingCase> of(Split split) {
    return cases.stream().filter(one -> one.split() == split).toList();
  }

  /** How many there are, for example {@code 64 images of 32 patients}. */
  static String counted(List<TrainingCase> cases) {
    return cases.size() + " " + word(cases) + " of " + patients(cases) + " patients";
  }

  /** What a case is called where each is one image, and where it is more. */
  static String word(List<TrainingCase> cases) {
    return cases.stream().allMatch(one -> one.files().images().size() == 1) ? "images" : "cases";
  }

  /** Number of different patients. */
  static long patients(List<TrainingCase> cases) {
    return cases.stream().map(TrainingCase::patient).distinct().count();
  }
}
