package org.radcam.zoo.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a training may do with a case; all cases of a patient have the same. */
public enum Split {
  /** It is learnt from. */
  TRAIN,
  /** Early stopping looks at it, and calibration where there is no cross-validation. */
  VALIDATION,
  /** It is kept out of everything and measured once at the end. */
  TEST,
  /** The same, from another place than those that are learnt from. */
  EXTERNAL,
  /** The same, seen after those that are learnt from. */
  PROSPECTIVE;

  /** Those that are kept out of everything, each measured by itself. */
  static final List<Split> HELD_OUT = List.of(TEST, EXTERNAL, PROSPECTIVE);

  /** The word in manifests. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Split::key).collect(Collectors.joining(", "));
  }

  /** The split of a word; an empty one is that of training. */
  static Optional<Split> of(String word) {
    return word.isEmpty()
        ? Optional.of(TRAIN)
        : Arrays.stream(values()).filter(split -> split.key().equals(word)).findFirst();
  }
}
