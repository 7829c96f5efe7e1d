package org.radcam.weasis.panel.state;

/** What the panel is doing. */
public sealed interface Activity {
  /** Nothing; the user may run. */
  record Ready() implements Activity {}

  /**
   * Others come first.
   *
   * @param before how many
   */
  record Waiting(int before) implements Activity {}

  /**
   * Under way.
   *
   * @param fraction 0 to 1, or NaN where it is not known
   * @param message what is being done
   */
  record Running(double fraction, String message) implements Activity {}

  /** There is an answer, and nothing under way. */
  record Answered() implements Activity {}

  /**
   * It did not work.
   *
   * @param message why, and what to do
   */
  record Failed(String message) implements Activity {}

  /** Whether something is under way that can be cancelled. */
  default boolean isBusy() {
    return this instanceof Waiting || this instanceof Running;
  }
}
