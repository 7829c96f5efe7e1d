package org.radcam.weasis.propose;

import java.util.Map;
import java.util.Optional;
import org.radcam.task.ClinicalHeader;
import org.radcam.task.Task;

/** The clinical values that an image's header holds, to be offered to the user and asked. */
public final class ClinicalProposal {
  private ClinicalProposal() {}

  /**
   * The values that are known, by the keys of the task's fields, as a user would type them.
   *
   * @param headerWords of the series, see {@code ViewerSeries.headerWords}
   */
  public static Map<String, String> propose(Task task, Map<String, String> headerWords) {
    return ClinicalHeader.values(task, tag -> Optional.ofNullable(headerWords.get(tag)));
  }
}
