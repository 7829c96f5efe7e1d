package org.radcam.fiji.host;

import ij.IJ;
import org.radcam.Progress;

/** Progress that is also printed line by line, for those who have no status bar to look at. */
public final class LoggedProgress implements Progress {
  private final Progress progress;

  public LoggedProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void report(double fraction, String message) {
    progress.report(fraction, message);
    IJ.log(message);
  }

  @Override
  public boolean isCancelled() {
    return progress.isCancelled();
  }
}
