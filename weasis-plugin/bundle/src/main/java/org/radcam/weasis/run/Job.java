package org.radcam.weasis.run;

import java.util.Optional;
import org.radcam.Progress;

/**
 * One classification, waiting or under way.
 *
 * <p>Its share of the progress: reading takes most of the time, then the model is loaded, and a
 * network does not tell how far it is.
 */
final class Job implements Progress {
  /** Where reading ends. */
  static final double READ = 0.7;

  /** Where the model is loaded. */
  static final double LOADED = 0.8;

  private final ClassifyRequest request;
  private final Optional<ViewerCase> known;
  private final Told told;
  private volatile boolean cancelled;

  /**
   * @param known the case, where it has been read for an earlier answer
   */
  Job(ClassifyRequest request, Optional<ViewerCase> known, Told told) {
    this.request = request;
    this.known = known;
    this.told = told;
  }

  ClassifyRequest request() {
    return request;
  }

  Optional<ViewerCase> known() {
    return known;
  }

  Told told() {
    return told;
  }

  void cancel() {
    cancelled = true;
    told.cancelled();
  }

  @Override
  public void report(double fraction, String message) {
    told.progress(fraction, message);
  }

  /** For whoever reads the images. */
  Progress reading() {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        Job.this.report(fraction * READ, message);
      }

      @Override
      public boolean isCancelled() {
        return Job.this.isCancelled();
      }
    };
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }
}
