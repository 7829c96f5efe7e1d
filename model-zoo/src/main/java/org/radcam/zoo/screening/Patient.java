package org.radcam.zoo.screening;

import java.util.Map;
import java.util.Optional;

/**
 * One patient of a screening.
 *
 * @param clinical values that are known, by the key of the task's field, as the field checks them
 * @param positive whether the patient is of the class whose odds are modelled
 */
public record Patient(Map<String, String> clinical, boolean positive) {
  public Patient {
    clinical = Map.copyOf(clinical);
  }

  Optional<String> value(String field) {
    return Optional.ofNullable(clinical.get(field));
  }
}
