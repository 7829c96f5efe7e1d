package org.radcam.model;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.task.ClinicalField;

/**
 * A clinical value on its way into a network. A number is one raw value; a choice of k words is k -
 * 1 raw values, one for each word but the first: 1 where it is that word, else 0. Each raw value v
 * becomes (v - centre) / scale, with the mean and the standard deviation of the training cases, so
 * that 0 is the typical patient.
 *
 * @param field key of the task's clinical field
 * @param centre subtracted, one for each raw value
 * @param scale divided by, one for each raw value, above 0
 * @param unknownAllowed whether the value may be unknown: it is 0, the typical patient's, then
 */
public record ClinicalInput(
    String field, List<Double> centre, List<Double> scale, boolean unknownAllowed) {
  /** What a user says of a value that is not known. */
  public static final String UNKNOWN = "unknown";

  public ClinicalInput {
    centre = List.copyOf(centre);
    scale = List.copyOf(scale);
    boolean good =
        centre.stream().allMatch(Double::isFinite)
            && scale.stream().allMatch(s -> s > 0 && Double.isFinite(s));
    if (!good || centre.size() != scale.size()) {
      throw new IllegalArgumentException(
          "The clinical value '" + field + "' needs a centre and a scale above 0 for each number");
    }
  }

  /** How many raw values a field has. */
  public static int width(ClinicalField field) {
    return field.choices().isEmpty() ? 1 : field.choices().size() - 1;
  }

  public int width() {
    return centre.size();
  }

  /**
   * The raw values of a text that the field accepts.
   *
   * @throws UserException if the field does not accept it
   */
  public static double[] raw(ClinicalField field, String value) {
    String text = field.check(value);
    if (field.choices().isEmpty()) {
      return new double[] {Double.parseDouble(text)};
    }
    double[] indicators = new double[width(field)];
    int index = field.choices().indexOf(text);
    if (index > 0) {
      indicators[index - 1] = 1;
    }
    return indicators;
  }

  /** Whether a text, or its absence, says that the value is not known. */
  public static boolean isUnknown(Optional<String> value) {
    return value.isEmpty()
        || value.get().isBlank()
        || value.get().strip().equalsIgnoreCase(UNKNOWN);
  }

  /**
   * The numbers for the network.
   *
   * @throws UserException if the value is unknown and may not be, or is not accepted
   */
  public float[] encode(ClinicalField asked, Optional<String> value) {
    float[] encoded = new float[width()];
    if (isUnknown(value)) {
      if (!unknownAllowed) {
        throw new UserException("The model needs the value: " + asked.title() + ".");
      }
      return encoded;
    }
    double[] raw = raw(asked, value.orElseThrow());
    for (int n = 0; n < encoded.length; n++) {
      encoded[n] = (float) ((raw[n] - centre.get(n)) / scale.get(n));
    }
    return encoded;
  }
}
