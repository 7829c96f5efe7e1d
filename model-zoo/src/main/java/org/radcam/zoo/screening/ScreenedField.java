package org.radcam.zoo.screening;

import java.util.List;
import java.util.OptionalDouble;
import org.radcam.task.ClinicalField;

/**
 * What the screening found out about one field.
 *
 * @param field the task's field
 * @param known patients with a value of it
 * @param terms empty where not even the univariate regression is possible
 * @param univariateP of the field's test alone
 * @param multivariateP of the field's test beside the others; empty where it is not tested
 * @param kept whether it enters the network
 * @param remark why it is not tested; empty where it is
 */
public record ScreenedField(
    ClinicalField field,
    int known,
    List<ScreenedTerm> terms,
    OptionalDouble univariateP,
    OptionalDouble multivariateP,
    boolean kept,
    String remark) {
  public ScreenedField {
    terms = List.copyOf(terms);
  }
}
