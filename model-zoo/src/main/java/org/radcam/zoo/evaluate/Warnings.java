package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Warnings of several models of a split; what concerns several is said once. */
final class Warnings {
  private Warnings() {}

  static List<String> of(List<ModelFigures> here, Function<ModelFigures, List<String>> warningsOf) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (ModelFigures one : here) {
      for (String warning : warningsOf.apply(one)) {
        models.computeIfAbsent(warning, key -> new ArrayList<>()).add(one.predictions().model());
      }
    }
    List<String> said = new ArrayList<>();
    models.forEach(
        (warning, whose) ->
            said.add(
                whose.size() == here.size() && whose.size() > 1
                    ? "All models: " + warning
                    : String.join("; ", whose) + ": " + warning));
    return said;
  }
}
