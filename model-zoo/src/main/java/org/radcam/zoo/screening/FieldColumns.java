package org.radcam.zoo.screening;

import java.util.List;
import java.util.Optional;
import org.radcam.task.ClinicalField;

/**
 * The columns of one field in a regression: a number as it is; a choice as an indicator for every
 * word that some patient has, but the first of them, which the others are compared with.
 *
 * @param field the task's field
 * @param words of the indicators; empty for a number
 * @param reference the word that they are compared with; empty for a number
 */
record FieldColumns(ClinicalField field, List<String> words, Optional<String> reference) {
  FieldColumns {
    words = List.copyOf(words);
  }

  /** The columns that a field has in these patients, who all have a value of it. */
  static FieldColumns of(ClinicalField field, List<Patient> patients) {
    if (field.choices().isEmpty()) {
      return new FieldColumns(field, List.of(), Optional.empty());
    }
    List<String> seen =
        field.choices().stream()
            .filter(word -> patients.stream().anyMatch(one -> has(one, field, word)))
            .toList();
    return new FieldColumns(field, seen.stream().skip(1).toList(), seen.stream().findFirst());
  }

  /** How many columns there are. */
  int width() {
    return reference.isEmpty() ? 1 : words.size();
  }

  /** Names of the columns for people: {@code age}, {@code sex = male}. */
  List<String> names() {
    return reference.isEmpty()
        ? List.of(field.key())
        : words.stream().map(word -> field.key() + " = " + word).toList();
  }

  /** Writes a patient's values into a row. */
  void fill(Patient patient, double[] row, int from) {
    if (reference.isEmpty()) {
      row[from] = Double.parseDouble(patient.value(field.key()).orElseThrow());
      return;
    }
    for (int n = 0; n < words.size(); n++) {
      row[from + n] = has(patient, field, words.get(n)) ? 1 : 0;
    }
  }

  private static boolean has(Patient patient, ClinicalField field, String word) {
    return patient.value(field.key()).filter(word::equals).isPresent();
  }
}
