package org.radcam.zoo.train;

import org.radcam.Progress;

/** Progress of a part of some work, as progress of the whole. */
final class Parts {
  private Parts() {}

  /**
   * @param begin where the part begins in the whole, 0 to 1
   * @param share how much of the whole it is
   */
  static Progress of(Progress whole, double begin, double share) {
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
}
