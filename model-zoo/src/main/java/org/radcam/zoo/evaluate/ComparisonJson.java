package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.JsonFigures.interval;
import static org.radcam.zoo.evaluate.JsonFigures.number;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.radcam.stats.AreaComparison;

/** The entries of {@code comparisons} in {@code metrics.json}. */
final class ComparisonJson {
  private ComparisonJson() {}

  /** Adds an entry for every figure that two models are compared by. */
  static void add(JsonArray comparisons, Comparison one, List<String> classes) {
    for (int k = 0; k < one.areas().size(); k++) {
      Optional<AreaComparison> area = one.areas().get(k);
      if (area.isPresent()) {
        JsonObject json =
            compared(one, "auc", one.clustered() ? "obuchowski_paired" : "delong_paired");
        json.addProperty("class", classes.get(k));
        json.add("first", number(area.get().first()));
        json.add("second", number(area.get().second()));
        json.add("difference", number(area.get().difference().estimate()));
        json.add("difference_ci95", interval(area.get().difference()));
        json.add("z", number(area.get().z()));
        json.add("p", number(area.get().p()));
        comparisons.add(json);
      }
    }
    if (one.macro().isPresent()) {
      JsonObject json = compared(one, "auc.macro", "bootstrap_of_patients");
      json.add("class", JsonNull.INSTANCE);
      json.add("difference", number(one.macro().get().estimate()));
      json.add("difference_ci95", interval(one.macro().get()));
      json.add("z", JsonNull.INSTANCE);
      json.add("p", JsonNull.INSTANCE);
      comparisons.add(json);
    }
    JsonObject json = compared(one, "accuracy", "mcnemar_exact");
    json.add("class", JsonNull.INSTANCE);
    json.addProperty("only_first_right", one.right().onlyFirst());
    json.addProperty("only_second_right", one.right().onlySecond());
    json.add("z", JsonNull.INSTANCE);
    json.add("p", number(one.right().exactP()));
    comparisons.add(json);
  }

  private static JsonObject compared(Comparison one, String figure, String test) {
    JsonObject json = new JsonObject();
    JsonArray models = new JsonArray();
    models.add(one.first());
    models.add(one.second());
    json.add("models", models);
    json.addProperty("split", one.split());
    json.addProperty("n", one.cases());
    json.addProperty("figure", figure);
    json.addProperty("test", test);
    return json;
  }
}
