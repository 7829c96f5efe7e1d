package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a network came from, counted and digested, so that no sentence of a card depends on somebody
 * remembering to change it.
 *
 * @param counts cases, patients and cases of each class
 * @param strata the same within each stratum; empty where there is only one
 * @param beginning the first weights
 * @param phantoms that some cases are synthetic; empty where none is
 */
record Provenance(String counts, String strata, String beginning, String phantoms) {
  /** More strata than these are only numbered. */
  private static final int MOST_STRATA = 12;

  /**
   * Counts.
   *
   * @param initial weights to begin from; empty to begin from scratch
   */
  static Provenance of(Manifest manifest, List<String> classes, Optional<InitialWeights> initial) {
    List<TrainingCase> cases = manifest.training();
    return new Provenance(
        counts(cases, classes) + ".",
        strata(cases, classes),
        initial.isPresent() ? weights(initial.orElseThrow()) : "Began from scratch.",
        manifest.phantoms() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%d of the manifest's %d %s are synthetic phantoms.",
                manifest.phantoms(),
                manifest.cases().size(),
                Manifest.word(manifest.cases())));
  }

  /** Everything, one sentence after the other. */
  String text() {
    return lines().stream().collect(Collectors.joining(" "));
  }

  /** Everything, a sentence a line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(counts, strata, beginning, phantoms));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String weights(InitialWeights initial) {
    return "Began from the weights "
        + initial.name()
        + " (SHA-256 "
        + initial.sha256()
        + "); the last layer was made anew for the classes.";
  }

  private static String strata(List<TrainingCase> cases, List<String> classes) {
    TreeMap<String, List<TrainingCase>> strata =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    TrainingCase::stratum, TreeMap::new, Collectors.toUnmodifiableList()));
    if (strata.size() < 2) {
      return "";
    }
    if (strata.size() > MOST_STRATA) {
      return "They are of " + strata.size() + " strata.";
    }
    return strata.entrySet().stream()
        .map(one -> "Stratum '" + one.getKey() + "': " + counts(one.getValue(), classes) + ".")
        .collect(Collectors.joining(" "));
  }

  private static String counts(List<TrainingCase> cases, List<String> classes) {
    StringBuilder counts = new StringBuilder();
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      counts
          .append(c == 0 ? "" : ", ")
          .append(cases.stream().filter(one -> one.label() == label).count())
          .append(' ')
          .append(classes.get(c));
    }
    return Manifest.counted(cases) + ": " + counts;
  }
}
