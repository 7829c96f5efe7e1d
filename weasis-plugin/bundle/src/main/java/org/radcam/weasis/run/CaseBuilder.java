package org.radcam.weasis.run;

import org.radcam.Progress;

/** Makes a case of what the user chose: reads the series and the region. */
@FunctionalInterface
public interface CaseBuilder {

  /**
   * Reads what is to be classified. Slow: never on the event dispatch thread.
   *
   * @throws org.radcam.UserException if something is missing or cannot be read, or does not fit
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  ViewerCase build(ClassifyRequest request, Progress progress);
}
