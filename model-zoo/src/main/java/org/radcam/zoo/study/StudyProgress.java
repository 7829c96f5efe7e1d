package org.radcam.zoo.study;

import org.radcam.Progress;

/** Progress of one candidate's training as progress of the study, with the candidate's name. */
final class StudyProgress {
  private StudyProgress() {}

  /**
   * @param number of the candidate, from 0
   * @param count of all parts
   */
  static Progress of(Progress whole, String name, int number, int count) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report((number + fraction) / count, name + ": " + message);
      }

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }
}
