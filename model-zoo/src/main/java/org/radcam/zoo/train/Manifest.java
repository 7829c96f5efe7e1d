package org.radcam.zoo.train;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.radcam.io.Digests;

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

  /** Cases kept for one test at the end, of all splits that are; often none. */
  public List<TrainingCase> heldOut() {
    return cases.stream().filter(one -> Split.HELD_OUT.contains(one.split())).toList();
  }

  /** Cases of one split. */
  public List<TrainingCase> of(Split split) {
    return cases.stream().filter(one -> one.split() == split).toList();
  }

  /**
   * The same cases in other splits.
   *
   * @param splits by case
   */
  public Manifest withSplits(Map<String, Split> splits) {
    List<TrainingCase> moved =
        cases.stream().map(one -> one.withSplit(splits.get(one.id()))).toList();
    StringBuilder text = new StringBuilder(sha256);
    moved.forEach(one -> text.append('\n').append(one.id()).append(' ').append(one.split()));
    return new Manifest(
        name, moved, Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)), phantoms);
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
