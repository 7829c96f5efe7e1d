package org.radcam.task;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;

/**
 * A clinical value that a task asks for.
 *
 * @param key short name for macros and columns
 * @param title for people, with the unit where there is one
 * @param unit unit of a number, for example {@code years}
 * @param low smallest accepted number
 * @param high largest accepted number
 * @param choices accepted words; empty for a number
 * @param dicomTag where a DICOM header may hold the value, as {@code GGGG,EEEE}
 */
public record ClinicalField(
    String key,
    String title,
    Optional<String> unit,
    double low,
    double high,
    List<String> choices,
    Optional<String> dicomTag) {
  public ClinicalField {
    choices = List.copyOf(choices);
    if (choices.isEmpty() && !(low <= high)) {
      throw new IllegalArgumentException(
          "The range of '" + key + "' is empty: " + low + " to " + high);
    }
  }

  /** The text as it is used, or a {@link UserException} that says what would be accepted. */
  public String check(String value) {
    String text = value.strip();
    if (!choices.isEmpty()) {
      return choices.stream()
          .filter(text::equalsIgnoreCase)
          .findFirst()
          .orElseThrow(
              () ->
                  new UserException(
                      title + " is '" + text + "'; expected one of " + String.join(", ", choices)));
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= low && number <= high) {
        return text;
      }
    } catch (NumberFormatException e) {
      throw new UserException(title + " is '" + text + "'; expected a number", e);
    }
    throw new UserException(title + " is " + text + "; expected between " + low + " and " + high);
  }
}
