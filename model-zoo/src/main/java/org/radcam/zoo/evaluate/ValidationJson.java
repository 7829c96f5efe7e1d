package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.JsonFigures.add;
import static org.radcam.zoo.evaluate.JsonFigures.interval;
import static org.radcam.zoo.evaluate.JsonFigures.number;
import static org.radcam.zoo.evaluate.JsonFigures.texts;
import static org.radcam.zoo.evaluate.JsonFigures.valued;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.radcam.stats.calibration.HosmerLemeshow;

/** {@code hosmer_lemeshow} and {@code chosen_on_validation} in {@code metrics.json}. */
final class ValidationJson {
  private ValidationJson() {}

  static JsonObject fit(GoodnessOfFit fit, List<String> classes) {
    JsonObject json = new JsonObject();
    for (int k = 0; k < classes.size(); k++) {
      json.add(
          classes.get(k), fit.ofClass().get(k).map(ValidationJson::test).orElse(JsonNull.INSTANCE));
    }
    return json;
  }

  private static JsonElement test(HosmerLemeshow test) {
    JsonObject json = new JsonObject();
    json.add("chi_square", number(test.chiSquare()));
    json.addProperty("degrees_of_freedom", test.degreesOfFreedom());
    json.add("p", number(test.p()));
    json.addProperty("groups", test.groups());
    return json;
  }

  static JsonObject of(ChosenOnValidation chosen, List<String> classes) {
    JsonObject json = new JsonObject();
    json.addProperty("validation_n", chosen.validation());
    JsonObject thresholds = new JsonObject();
    classes.forEach(key -> thresholds.add(key, new JsonObject()));
    for (JudgedThreshold one : chosen.thresholds()) {
      thresholds
          .getAsJsonObject(classes.get(one.positiveClass()))
          .add(one.rule().key(), threshold(one, chosen.method()));
    }
    json.add("thresholds", thresholds);
    json.add("calibration", calibration(chosen.recalibration()));
    JsonObject sets = new JsonObject();
    for (JudgedSets one : chosen.sets()) {
      sets.add(one.score().name().toLowerCase(Locale.ROOT), sets(one, classes, chosen.method()));
    }
    json.add("prediction_sets", sets);
    json.add("warnings", texts(chosen.warnings()));
    return json;
  }

  private static JsonObject threshold(JudgedThreshold one, String method) {
    JsonObject json = new JsonObject();
    json.add("threshold", number(one.value()));
    json.add("sensitivity", valued(one.sensitivity(), method));
    json.add("specificity", valued(one.specificity(), method));
    json.add("precision", valued(one.precision(), method));
    json.add("negative_predictive_value", valued(one.negativePredictiveValue(), method));
    return json;
  }

  private static JsonObject calibration(Recalibration recalibration) {
    JsonObject json = new JsonObject();
    json.add("before", losses(recalibration.before()));
    json.add(
        "temperature",
        fitted(
            recalibration.temperature(),
            (scaling, into) -> into.add("temperature", number(scaling.temperature()))));
    json.add(
        "platt",
        fitted(
            recalibration.platt(),
            (scaling, into) -> {
              into.add("slope", number(scaling.slope()));
              into.add("intercept", number(scaling.intercept()));
            }));
    return json;
  }

  private static <T> JsonElement fitted(
      Optional<Recalibration.Fitted<T>> fitted, BiConsumer<T, JsonObject> parameters) {
    if (fitted.isEmpty()) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = losses(fitted.get().after());
    parameters.accept(fitted.get().scaling(), json);
    return json;
  }

  private static JsonObject losses(Losses losses) {
    JsonObject json = new JsonObject();
    add(json, "brier", losses.brier());
    json.add("ece", number(losses.expectedError()));
    add(json, "log_loss", losses.logLoss());
    return json;
  }

  private static JsonObject sets(JudgedSets one, List<String> classes, String method) {
    JsonObject json = new JsonObject();
    json.add("stated_coverage", number(one.figures().stated()));
    json.add("coverage", valued(one.coverage(), method));
    json.add("coverage_of_draws", interval(one.drawn()));
    JsonObject ofClass = new JsonObject();
    for (int k = 0; k < classes.size(); k++) {
      ofClass.add(classes.get(k), valued(one.coverageOfClass().get(k), method));
    }
    json.add("coverage_per_class", ofClass);
    add(json, "mean_size", one.meanSize());
    json.add("single", valued(one.single(), method));
    json.add("empty", valued(one.empty(), method));
    return json;
  }
}
