package org.radcam.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.task.ClinicalField;
import org.radcam.task.Task;

/** Decides, before any work, whether a model can be given the clinical values that a user typed. */
public final class ClinicalValues {
  private ClinicalValues() {}

  /**
   * Checks them.
   *
   * <ul>
   *   <li>Refused is a value that its field does not accept, whether the model takes it or not.
   *   <li>Refused is one that is unknown, or not given, where the model needs it.
   * </ul>
   *
   * @param typed by the field's key
   * @throws UserException that says what would be accepted
   */
  public static void check(ModelCard card, Map<String, String> typed) {
    typed.forEach(
        (key, value) -> {
          ClinicalField field =
              card.task()
                  .clinicalField(key)
                  .orElseThrow(
                      () ->
                          new UserException(
                              card.task().title() + " takes no clinical value '" + key + "'."));
          if (!ClinicalInput.isUnknown(Optional.of(value))) {
            field.check(value);
          }
        });
    for (ClinicalInput input : card.clinical()) {
      if (!input.unknownAllowed()
          && ClinicalInput.isUnknown(Optional.ofNullable(typed.get(input.field())))) {
        ClinicalField field = card.task().clinicalField(input.field()).orElseThrow();
        throw new UserException(
            "The model '"
                + card.id()
                + "' needs the value: "
                + field.title()
                + " ("
                + field.key()
                + "="
                + accepted(field)
                + "). It cannot answer without it.");
      }
    }
  }

  /** What a field accepts, in a few words. */
  public static String accepted(ClinicalField field) {
    return field.choices().isEmpty()
        ? plain(field.low()) + " to " + plain(field.high())
        : String.join(", ", field.choices());
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /**
   * What to fill in when another image is chosen: its header's values in place of the former one's,
   * so that no value of another patient stays. What the user typed stays.
   *
   * @param typed what the dialog holds now, by the field's key
   * @param before the former header's values
   * @param now the new one's
   */
  public static Map<String, String> refreshed(
      Task task, Map<String, String> typed, Map<String, String> before, Map<String, String> now) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (ClinicalField field : task.clinical()) {
      String key = field.key();
      String old = before.getOrDefault(key, ClinicalInput.UNKNOWN);
      if (typed.getOrDefault(key, ClinicalInput.UNKNOWN).equals(old)) {
        changed.put(key, now.getOrDefault(key, ClinicalInput.UNKNOWN));
      }
    }
    return changed;
  }
}
