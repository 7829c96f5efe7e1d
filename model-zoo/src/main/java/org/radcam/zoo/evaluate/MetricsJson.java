package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.JsonFigures.add;
import static org.radcam.zoo.evaluate.JsonFigures.interval;
import static org.radcam.zoo.evaluate.JsonFigures.number;
import static org.radcam.zoo.evaluate.JsonFigures.texts;
import static org.radcam.zoo.evaluate.JsonFigures.valued;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.radcam.Version;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.Average;
import org.radcam.stats.confusion.AveragedFigures;
import org.radcam.stats.confusion.ClassFigures;

/**
 * {@code metrics.json}: every figure with all its digits. A figure that does not exist is null; the
 * precision, recall and F1 of a class for which they are not defined are 0, as in scikit-learn, and
 * listed under {@code undefined}. The layout is described in docs/evaluation.md.
 */
final class MetricsJson {
  private MetricsJson() {}

  static JsonObject of(Evaluation evaluation) {
    JsonObject json = new JsonObject();
    json.addProperty("radcam", Version.current());
    JsonObject method = new JsonObject();
    method.addProperty("level", 0.95);
    method.addProperty("bootstrap_replicates", evaluation.settings().replicates());
    method.addProperty("seed", evaluation.settings().seed());
    json.add("method", method);
    JsonObject models = new JsonObject();
    for (ModelFigures one : evaluation.figures()) {
      String model = one.predictions().model();
      if (!models.has(model)) {
        models.add(model, new JsonObject());
      }
      models.getAsJsonObject(model).add(one.predictions().split(), figures(one));
    }
    json.add("models", models);
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    JsonArray comparisons = new JsonArray();
    evaluation.comparisons().forEach(one -> ComparisonJson.add(comparisons, one, classes));
    json.add("comparisons", comparisons);
    json.add("reader_comparisons", ReaderJson.comparisons(evaluation.readers(), classes));
    json.add("reader_agreement", ReaderJson.agreements(evaluation.readers()));
    return json;
  }

  private static JsonObject figures(ModelFigures one) {
    JsonObject json = new JsonObject();
    json.addProperty("n", one.predictions().cases().size());
    json.addProperty("patients", one.patients());
    json.addProperty("unanswered", one.predictions().unanswered());
    JsonObject support = new JsonObject();
    one.named().classes().forEach(each -> support.addProperty(each.name(), each.support()));
    json.add("n_per_class", support);
    one.probable().ifPresent(probable -> json.add("auc", areas(one, probable)));
    json.add("accuracy", valued(one.named().accuracy(), one.named().method().name()));
    JsonArray undefined = new JsonArray();
    json.add("precision", averaged(one, "precision", ClassFigures::precision, undefined));
    json.add("recall", averaged(one, "recall", ClassFigures::sensitivity, undefined));
    json.add("specificity", averaged(one, "specificity", ClassFigures::specificity, undefined));
    json.add("f1", averaged(one, "f1", ClassFigures::f1, undefined));
    json.add("undefined", undefined);
    JsonObject matrix = new JsonObject();
    JsonArray order = texts(one.predictions().classes());
    matrix.add("classes", order);
    JsonArray counts = new JsonArray();
    for (int t = 0; t < order.size(); t++) {
      JsonArray row = new JsonArray();
      for (int p = 0; p < order.size(); p++) {
        row.add(one.named().matrix().counts()[t][p]);
      }
      counts.add(row);
    }
    matrix.add("counts", counts);
    json.add("confusion_matrix", matrix);
    one.probable()
        .ifPresent(
            probable -> {
              add(json, "brier", probable.brier());
              json.add("ece", number(probable.reliability().expectedError()));
              add(json, "log_loss", probable.logLoss());
              json.add(
                  "hosmer_lemeshow",
                  ValidationJson.fit(probable.fit(), one.predictions().classes()));
            });
    one.chosen()
        .ifPresent(
            chosen ->
                json.add(
                    "chosen_on_validation",
                    ValidationJson.of(chosen, one.predictions().classes())));
    json.add("warnings", texts(one.warnings()));
    return json;
  }

  private static JsonObject areas(ModelFigures one, ProbabilityFigures probable) {
    JsonObject json = new JsonObject();
    add(json, "macro", probable.macro());
    add(json, "micro", probable.micro());
    add(json, "weighted", probable.weighted());
    JsonObject classes = new JsonObject();
    JsonObject precisions = new JsonObject();
    for (int k = 0; k < probable.areas().size(); k++) {
      String key = one.predictions().classes().get(k);
      classes.add(
          key,
          valued(probable.areas().get(k), probable.delong() ? "DELONG" : "CLUSTERED_BOOTSTRAP"));
      precisions.add(key, valued(probable.averagePrecisions().get(k), "CLUSTERED_BOOTSTRAP"));
    }
    json.add("per_class", classes);
    json.add("average_precision", precisions);
    return json;
  }

  private static JsonObject averaged(
      ModelFigures one, String name, Function<ClassFigures, Interval> figure, JsonArray undefined) {
    JsonObject json = new JsonObject();
    for (Average average : Average.values()) {
      add(json, average.name().toLowerCase(Locale.ROOT), of(one, average, name));
    }
    JsonObject values = new JsonObject();
    JsonObject intervals = new JsonObject();
    for (ClassFigures each : one.named().classes()) {
      Interval interval = figure.apply(each);
      boolean none = Double.isNaN(interval.estimate());
      values.addProperty(each.name(), none ? 0 : interval.estimate());
      intervals.add(each.name(), interval(interval));
      if (none) {
        undefined.add(name + ".per_class." + each.name());
      }
    }
    json.add("per_class", values);
    json.add("per_class_ci95", intervals);
    return json;
  }

  private static Interval of(ModelFigures one, Average average, String name) {
    AveragedFigures figures = one.named().averages().get(average);
    return switch (name) {
      case "precision" -> figures.precision();
      case "recall" -> figures.sensitivity();
      case "specificity" -> figures.specificity();
      default -> figures.f1();
    };
  }
}
