package org.radcam.weasis.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.TestRegion;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.Phantoms;

/**
 * A phantom as a patient in the viewer: a series for each image, the lesion as a segmentation.
 *
 * @param series in the order of the task's roles
 */
public record PhantomPatient(List<SeriesDouble> series) {
  /** Descriptions as scanners give them. */
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "CXR", "CHEST PA",
          "XR", "L-SPINE LATERAL",
          "CT", "CT Femur 1.5 bone",
          "CE-T1WI", "t1_tse_tra +C",
          "T1WI", "t1_tse_tra",
          "T2WI", "t2_tse_tra",
          "T2-FLAIR", "t2_flair_tra",
          "DWI", "ep2d_dwi_b1000",
          "ADC", "ep2d_diff_ADC");

  public static PhantomPatient of(String taskKey, String classKey, long seed) {
    Task task = Tasks.get(taskKey);
    Phantom phantom = Phantoms.get(taskKey).generate(seed, classKey);
    List<SeriesDouble> series = new ArrayList<>();
    for (ImageRole role : task.roles()) {
      SeriesDouble one =
          SeriesDouble.of(
              DESCRIPTIONS.get(role.key()),
              role.modalities().get(0),
              phantom.images().get(role.key()));
      header(phantom.clinical(), one);
      series.add(one);
    }
    if (!phantom.lesion().isEmpty()) {
      series.get(0).store(lesion(phantom.lesion()));
    }
    return new PhantomPatient(List.copyOf(series));
  }

  /** What a DICOM header would say of it. */
  private static void header(Map<String, String> clinical, SeriesDouble series) {
    if (clinical.containsKey("sex")) {
      series.saying("0010,0040", clinical.get("sex").equals("male") ? "M" : "F");
    }
    if (clinical.containsKey("age")) {
      int years = (int) Double.parseDouble(clinical.get("age"));
      series.saying("0010,1010", String.format(Locale.ROOT, "%03dY", years));
    }
  }

  private static StoredRegion lesion(Mask mask) {
    return new TestRegion(
        "Lesion",
        (grid, placement) -> {
          if (!grid.sameGridAs(mask.geometry())) {
            throw new UserException("The segmentation was made on another series.");
          }
          return mask;
        });
  }
}
