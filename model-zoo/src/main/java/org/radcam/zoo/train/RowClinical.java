package org.radcam.zoo.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;

/** Reads the clinical values of a manifest's rows. */
final class RowClinical {
  private final List<ClinicalPolicy> policies;
  private final RowProblems problems;

  RowClinical(List<ClinicalPolicy> policies, RowProblems problems) {
    this.policies = policies;
    this.problems = problems;
  }

  List<String> columns() {
    return policies.stream().map(policy -> policy.field().key()).toList();
  }

  /** The values that are known. */
  Map<String, String> read(ManifestRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ClinicalPolicy policy : policies) {
      String column = policy.field().key();
      String value = row.value(column);
      if (ClinicalInput.isUnknown(Optional.of(value))) {
        if (!policy.unknownAllowed()) {
          problems.add(
              row,
              "'"
                  + column
                  + "' is unknown, which the recipe refuses (clinical: unknown: typical accepts"
                  + " it)");
        }
        continue;
      }
      try {
        values.put(column, policy.field().check(value));
      } catch (UserException e) {
        problems.add(row, e.getMessage());
      }
    }
    return values;
  }
}
