package org.radcam;

import java.util.concurrent.CancellationException;

/**
 * Where long work tells how far it is, and asks whether it should go on. Implementations must be
 * quick and may be called from any thread.
 */
public interface Progress {
  /** Reports nothing and never cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Tells how far the work is.
   *
   * @param fraction between 0 and 1, or NaN where it is not known
   * @param message what is being done, in the user's words, without patient data
   */
  void report(double fraction, String message);

  boolean isCancelled();

  /** Throws {@link CancellationException} if the user has cancelled. */
  default void checkCancelled() {
    if (isCancelled()) {
      throw new CancellationException("Cancelled");
    }
  }
}
