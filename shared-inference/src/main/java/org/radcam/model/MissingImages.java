package org.radcam.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a model of several images does with a case that lacks some of them. */
public enum MissingImages {
  /** Refuses it. */
  REFUSE,
  /** Answers from the mean over the others, with a warning; at least one must be there. */
  REST;

  /**
   * What a case still needs.
   *
   * @param roles how many images the model takes
   * @param missing what the user knows those by that are not there
   * @return what to say after "needs", such as {@code one more image: DWI}; empty where the model
   *     answers
   */
  public Optional<String> needed(int roles, List<String> missing) {
    if (missing.isEmpty() || (this == REST && missing.size() < roles)) {
      return Optional.empty();
    }
    String what =
        this == REST
            ? "at least one of these images: "
            : missing.size() == 1 ? "one more image: " : "more images: ";
    return Optional.of(what + String.join(", ", missing));
  }

  /** The word in cards and recipes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
