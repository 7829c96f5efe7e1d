package org.radcam.zoo.train;

import java.util.List;

/**
 * How a manifest names its columns.
 *
 * @param caseId unique name of the case
 * @param patient the patient, under any pseudonym
 * @param image image file, relative to the manifest's folder
 * @param label key of the true class
 * @param stratum optional: a circumstance to balance the classes within
 * @param split optional: {@code train} or {@code test}
 * @param source optional: {@code phantom} marks a synthetic case
 */
public record ManifestColumns(
    String caseId,
    String patient,
    String image,
    String label,
    String stratum,
    String split,
    String source) {
  /** The columns that the documentation describes. */
  public static final ManifestColumns STANDARD =
      new ManifestColumns("case", "patient", "image", "label", "stratum", "split", "source");

  /** The columns of a {@code labels.csv} beside images of NIH's ChestX-ray14. */
  public static final ManifestColumns NIH =
      new ManifestColumns("file", "patient_id", "file", "label", "view", "split", "source");

  List<String> required() {
    return List.of(caseId, patient, image, label).stream().distinct().toList();
  }
}
