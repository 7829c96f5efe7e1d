package org.radcam.zoo.evaluate;

import java.util.Locale;
import java.util.Optional;

/** What a reader of a reader study had before the eyes: the case alone, or a model's answer too. */
public enum ReadingCondition {
  /** The case alone. */
  WITHOUT("without", "unaided"),
  /** The model's answer as well. */
  WITH("with", "aided");

  private final String word;
  private final String synonym;

  ReadingCondition(String word, String synonym) {
    this.word = word;
    this.synonym = synonym;
  }

  /** What a table calls it. */
  public String word() {
    return word;
  }

  /** The condition of a cell of a table, in capitals or not; empty where it is no such word. */
  static Optional<ReadingCondition> of(String cell) {
    String text = cell.toLowerCase(Locale.ROOT);
    for (ReadingCondition one : values()) {
      if (text.equals(one.word) || text.equals(one.synonym)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
