package org.radcam.task;

import java.util.Optional;

/**
 * One answer to a task's question.
 *
 * @param key short name for columns and macros, lower case with underscores, for example {@code
 *     no_finding}
 * @param title for people, for example {@code No finding}
 * @param code a concept in a public vocabulary, where there is one
 */
public record ClassLabel(String key, String title, Optional<Code> code) {
  public ClassLabel {
    checkKey(key);
  }

  static void checkKey(String key) {
    if (!key.matches("[a-z0-9_]+")) {
      throw new IllegalArgumentException(
          "A class key has lower-case letters, digits and underscores only, not '" + key + "'");
    }
  }

  /**
   * A coded concept.
   *
   * @param scheme {@code SCT} (SNOMED CT) or {@code RADLEX}
   * @param value the code
   * @param meaning its preferred term
   */
  public record Code(String scheme, String value, String meaning) {}
}
