package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.Map;
import org.radcam.task.ClinicalHeader;
import org.radcam.task.Task;

/** The clinical values that an open image's DICOM header holds; see {@link ClinicalHeader}. */
public final class ClinicalHeaders {
  private ClinicalHeaders() {}

  /**
   * The values that are known, by the keys of the task's fields, as a user would type them.
   *
   * @param image whose first slice's header is read
   */
  public static Map<String, String> values(Task task, ImagePlus image) {
    DicomHeader header = image.getStackSize() == 0 ? DicomHeader.of("") : DicomHeader.of(image, 1);
    return ClinicalHeader.values(task, header::text);
  }
}
