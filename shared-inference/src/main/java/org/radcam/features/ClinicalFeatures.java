package org.radcam.features;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;
import org.radcam.model.FeatureModelSpec;
import org.radcam.task.ClinicalField;
import org.radcam.task.Task;

/**
 * Clinical values as features, as they are: a number is {@code clinical:FIELD}; a choice has one
 * indicator, 0 or 1, for each word but the first: {@code clinical:FIELD=WORD}. A value that is not
 * known, where that is allowed, is the typical patient's: the centre of its {@link ClinicalInput}.
 */
public final class ClinicalFeatures {
  private ClinicalFeatures() {}

  /** The names of a field's features. */
  public static List<String> names(ClinicalField field) {
    String name = FeatureModelSpec.CLINICAL + field.key();
    return field.choices().isEmpty()
        ? List.of(name)
        : field.choices().stream().skip(1).map(word -> name + "=" + word).toList();
  }

  /**
   * The features of a case.
   *
   * @param values by the key of their field, as typed
   * @throws UserException if a value is unknown and may not be, or is not accepted
   */
  public static Map<String, Double> of(
      Task task, List<ClinicalInput> inputs, Map<String, String> values) {
    Map<String, Double> features = new LinkedHashMap<>();
    for (ClinicalInput input : inputs) {
      ClinicalField field = task.clinicalField(input.field()).orElseThrow();
      Optional<String> value = Optional.ofNullable(values.get(input.field()));
      boolean unknown = ClinicalInput.isUnknown(value);
      if (unknown && !input.unknownAllowed()) {
        throw new UserException("The model needs the value: " + field.title() + ".");
      }
      double[] raw = unknown ? new double[0] : ClinicalInput.raw(field, value.orElseThrow());
      List<String> names = names(field);
      for (int n = 0; n < names.size(); n++) {
        features.put(names.get(n), unknown ? input.centre().get(n) : raw[n]);
      }
    }
    return features;
  }
}
