package org.radcam.weasis.panel.state;

/**
 * Why an answer must not be read as one about what is chosen or seen now.
 *
 * @param kind what is wrong
 * @param text for the user
 */
public record Notice(Kind kind, String text) {
  /** The worst first. */
  public enum Kind {
    /** Another patient is selected. */
    OTHER_PATIENT,
    /** Its images were closed. */
    CLOSED,
    /** Something was changed since. */
    STALE
  }
}
