package org.radcam.zoo.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One labelled case to learn from.
 *
 * @param id how tables name it; unique
 * @param patient whose case it is: all cases of one patient stay together in every split
 * @param files its images, its region and its lesion
 * @param clinical clinical values by the key of the task's field, as written
 * @param label index of the true class among the task's classes; for a stage of a cascade, among
 *     its branches
 * @param stratum a circumstance that should not be mistaken for the answer, for example the view;
 *     empty where none is given
 * @param split what a training may do with it
 */
public record TrainingCase(
    String id,
    String patient,
    CaseFiles files,
    Map<String, String> clinical,
    int label,
    String stratum,
    Split split) {
  public TrainingCase {
    clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
  }

  /** A clinical value, if it is known. */
  Optional<String> clinical(String field) {
    return Optional.ofNullable(clinical.get(field));
  }

  /** The same case in another split. */
  TrainingCase withSplit(Split newSplit) {
    return new TrainingCase(id, patient, files, clinical, label, stratum, newSplit);
  }

  /** The same case in the eyes of a network with other classes. */
  TrainingCase withLabel(int newLabel) {
    return new TrainingCase(id, patient, files, clinical, newLabel, stratum, split);
  }
}
