package org.radcam.zoo.evaluate;

import java.util.Optional;

/**
 * That a person answered.
 *
 * @param reader who
 * @param condition without or with a model; empty where it is not said
 */
public record Reading(String reader, Optional<ReadingCondition> condition) {
  /** What the answers are called where those of both conditions stand side by side. */
  public String name() {
    return reader + condition.map(one -> " (" + one.word() + ")").orElse("");
  }
}
