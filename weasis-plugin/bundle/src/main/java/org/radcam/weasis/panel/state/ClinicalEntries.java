package org.radcam.weasis.panel.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;
import org.radcam.task.ClinicalField;

/**
 * Clinical values: from the header, unless the user has typed something. What was typed stays for
 * the same patient, beside what the header of another study says, and is forgotten with another
 * one.
 */
public final class ClinicalEntries {
  private final Map<String, String> typed = new HashMap<>();
  private Map<String, String> header = Map.of();

  /** Takes what the user typed or chose; blank where it is not known. */
  public void type(String field, String text) {
    typed.put(field, text);
  }

  /** Takes what the headers say now. */
  void propose(Map<String, String> values) {
    header = new LinkedHashMap<>(values);
  }

  void forget() {
    typed.clear();
    header = Map.of();
  }

  /** What the field holds; blank where the value is not known. */
  public String text(String field) {
    return typed.getOrDefault(field, header.getOrDefault(field, ""));
  }

  /** Whether the value is the header's. */
  public boolean isFromHeader(String field) {
    return !text(field).isBlank() && text(field).equals(header.get(field));
  }

  /** What the header says where the user has typed something else; empty where it says nothing. */
  public Optional<String> headerInstead(String field) {
    return Optional.ofNullable(header.get(field))
        .filter(value -> !value.isBlank() && !isSame(value, text(field)));
  }

  private static boolean isSame(String one, String other) {
    return one.strip().equalsIgnoreCase(other.strip());
  }

  /** What is wrong with a value, for its field; empty where it is good, or not known. */
  public Optional<String> problem(ClinicalField field) {
    String text = text(field.key());
    if (ClinicalInput.isUnknown(Optional.of(text))) {
      return Optional.empty();
    }
    try {
      field.check(text);
      return Optional.empty();
    } catch (UserException e) {
      return Optional.of(Messages.text("clinical.expected", accepted(field)));
    }
  }

  /** What a field accepts, in a few words. */
  public static String accepted(ClinicalField field) {
    if (!field.choices().isEmpty()) {
      return String.join(", ", field.choices());
    }
    String range =
        Messages.text("clinical.range", Numbers.end(field.low()), Numbers.end(field.high()));
    return field.unit().map(unit -> range + " " + unit).orElse(range);
  }
}
