package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcam.UserException;

/** The cases that several models or readers answered. */
final class CommonCases {
  private CommonCases() {}

  /**
   * The answers to cases that all answered, in the same order.
   *
   * @param sets at least one, of the same classes
   * @return a set for each; without cases where they have none in common
   * @throws UserException if two call the same case different labels
   */
  static List<ModelPredictions> of(List<ModelPredictions> sets) {
    List<Map<String, PredictedCase>> byId = new ArrayList<>();
    for (ModelPredictions one : sets) {
      Map<String, PredictedCase> known = new HashMap<>();
      one.cases().forEach(answer -> known.put(answer.id(), answer));
      byId.add(known);
    }
    List<String> common =
        sets.get(0).cases().stream()
            .map(PredictedCase::id)
            .filter(id -> byId.stream().allMatch(known -> known.containsKey(id)))
            .toList();
    List<ModelPredictions> shared = new ArrayList<>();
    for (int n = 0; n < sets.size(); n++) {
      List<PredictedCase> cases = new ArrayList<>();
      for (String id : common) {
        PredictedCase first = byId.get(0).get(id);
        PredictedCase own = byId.get(n).get(id);
        if (own.label() != first.label()) {
          throw new UserException(
              "The same case has different labels in "
                  + first.row()
                  + " and in "
                  + own.row()
                  + ".");
        }
        cases.add(own);
      }
      shared.add(sets.get(n).with(cases));
    }
    return shared;
  }
}
