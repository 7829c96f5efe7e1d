package org.radcam.weasis.keep;

import java.nio.file.Path;
import java.util.List;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.run.Answer;

/** Writes what an answer shows as images that a viewer can add to the patient. */
@FunctionalInterface
public interface CaptureWriter {

  /**
   * Writes the heat map over its image, with the answer burnt in. Slow: never on the event dispatch
   * thread.
   *
   * @param folder where the files are to stay; made if it is absent
   * @return the files, which are whole
   * @throws org.radcam.UserException if there is nothing to show, the series was closed, or nothing
   *     can be written
   */
  List<Path> write(Answer answer, HeatStyle style, Path folder);
}
