package org.radcam.weasis.run;

/**
 * Hears how a classification goes. Everything is told on the event dispatch thread; exactly one of
 * {@link #answered}, {@link #failed} and {@link #cancelled} comes, and it is the last.
 */
public interface Listener {

  /**
   * It has to wait for others; told again when one of those has ended.
   *
   * @param before how many are before it, at least 1: with the one that is computing
   */
  void waiting(int before);

  /**
   * It is under way.
   *
   * @param fraction between 0 and 1, or NaN where it is not known
   * @param message what is being done, without patient data
   */
  void progress(double fraction, String message);

  void answered(Answer answer);

  /**
   * There is no answer.
   *
   * @param message why, and what to do, in the user's words
   */
  void failed(String message);

  /** The user called it off, or the plugin stops. */
  void cancelled();
}
