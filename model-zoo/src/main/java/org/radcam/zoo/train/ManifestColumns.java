package org.radcam.zoo.train;

import java.util.List;

/**
 * How a manifest names its columns. Clinical values have the names of the task's fields.
 *
 * @param caseId unique name of the case
 * @param patient the patient, under any pseudonym
 * @param image image file, relative to the manifest's folder; a task of several images has one
 *     column for each role, {@code image:ROLE}
 * @param roi mask of the region of interest
 * @param lesion mask of the lesion, the truth that heat maps are compared with
 * @param label key of the true class
 * @param stratum optional: a circumstance to balance the classes within
 * @param split optional: {@code train}, {@code validation}, {@code test}, {@code external} or
 *     {@code prospective}
 * @param source optional: {@code phantom} marks a synthetic case
 */
public record ManifestColumns(
    String caseId,
    String patient,
    String image,
    String roi,
    String lesion,
    String label,
    String stratum,
    String split,
    String source) {
  /** The columns that the documentation describes. */
  public static final ManifestColumns STANDARD =
      new ManifestColumns(
          "case", "patient", "image", "roi", "mask", "label", "stratum", "split", "source");

  /** The columns of a {@code labels.csv} beside images of NIH's ChestX-ray14. */
  public static final ManifestColumns NIH =
      new ManifestColumns(
          "file", "patient_id", "file", "roi", "mask", "label", "view", "split", "source");

  /** The column of a role's image. */
  public String image(String role) {
    return image + ":" + role;
  }

  /**
   * The optional column that says which region of a mask file is meant.
   *
   * @param mask the file's column
   */
  public String labelOf(String mask) {
    return mask + "_label";
  }

  /** Columns that every manifest has, whatever its task. */
  List<String> required() {
    return List.of(caseId, patient, label);
  }
}
