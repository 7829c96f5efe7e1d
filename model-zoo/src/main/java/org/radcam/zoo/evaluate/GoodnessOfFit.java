package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.stats.Predictions;
import org.radcam.stats.calibration.HosmerLemeshow;

/**
 * Hosmer and Lemeshow's test of each class against the rest, on cases that the model was not fitted
 * to.
 *
 * @param ofClass empty where the cases allow no test
 * @param warnings why they allow none
 */
public record GoodnessOfFit(List<Optional<HosmerLemeshow>> ofClass, List<String> warnings) {
  public GoodnessOfFit {
    ofClass = List.copyOf(ofClass);
    warnings = List.copyOf(warnings);
  }

  static GoodnessOfFit of(Predictions predictions) {
    List<Optional<HosmerLemeshow>> tests = new ArrayList<>();
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (int k = 0; k < predictions.classes().size(); k++) {
      try {
        tests.add(
            Optional.of(
                HosmerLemeshow.ofNewCases(predictions.oneVsRest(k), HosmerLemeshow.GROUPS)));
      } catch (UserException e) {
        tests.add(Optional.empty());
        reasons
            .computeIfAbsent(e.getMessage(), key -> new ArrayList<>())
            .add("'" + predictions.classes().get(k) + "'");
      }
    }
    List<String> warnings = new ArrayList<>();
    reasons.forEach(
        (reason, classes) ->
            warnings.add(
                (classes.size() == tests.size() ? "" : "Class " + String.join(", ", classes) + ": ")
                    + reason
                    + "."));
    return new GoodnessOfFit(tests, warnings);
  }
}
