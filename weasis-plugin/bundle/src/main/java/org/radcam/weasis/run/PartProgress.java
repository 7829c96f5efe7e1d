package org.radcam.weasis.run;

import org.radcam.Progress;

/** Tells of one part of some work as a share of the whole. */
record PartProgress(Progress whole, int part, int parts) implements Progress {
  @Override
  public void report(double fraction, String message) {
    double known = Double.isNaN(fraction) ? 0 : fraction;
    whole.report((part + known) / parts, message);
  }

  @Override
  public boolean isCancelled() {
    return whole.isCancelled();
  }
}
