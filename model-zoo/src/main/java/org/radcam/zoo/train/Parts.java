package org.radcam.zoo.train;

import org.radcam.Progress;

/** Progress of a part of some work, as progress of the whole. */
public final class Parts {
  private Parts() {}

  /**
   * Progress of a part.
   *
   * @param begin where the part begins in the whole, 0 to 1
   * @param share how much of the whole it is
   */
  public static Progress of(Progress whole, double begin, double share) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report(begin + share * fraction, message);
      }

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }

  /**
   * The same progress with a name before every message.
   *
   * @param name of what is worked at
   */
  public static Progress named(Progress whole, String name) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report(fraction, name + ": " + message);
      }

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }
}
