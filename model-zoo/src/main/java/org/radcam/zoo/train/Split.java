package org.radcam.zoo.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a training may do with a case; all cases of a patient have the same. */
public enum Split {
  /** It is learnt from. */
  TRAIN,
  /** Early stopping looks at it, and calibration where there is no cross-validation. */
  VALIDATION,
  /** It is kept out of everything and measured once at the end. */
  TEST;

  /** The word in manifests. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The split of a word; an empty one is that of training. */
  static Optional<Split> of(String word) {
    return word.isEmpty()
        ? Optional.of(TRAIN)
        : Arrays.stream(values()).filter(split -> split.key().equals(word)).findFirst();
  }
}
