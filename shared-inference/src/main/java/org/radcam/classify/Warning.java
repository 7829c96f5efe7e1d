package org.radcam.classify;

/**
 * Something about a case that makes its answer less trustworthy.
 *
 * @param code short and stable, for scripts, for example {@code modality}
 * @param message one sentence for the user
 */
public record Warning(String code, String message) {
  @Override
  public String toString() {
    return message;
  }
}
