package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.Progress;

/**
 * metrics.json against what scikit-learn and R's pROC say of the same tables: random, tied, tiny
 * and unbalanced, of two and of more classes, with a class that a model never names. Made by
 * src/test/golden/make_evaluation_golden.py and .R.
 */
class EvaluationGoldenTest {
  private static final EvaluationSettings QUICK = new EvaluationSettings(100, 1);

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(EvaluationGoldenTest.class.getResource("/golden/evaluate/" + name).toURI());
  }

  private static List<JsonObject> sets(String file) throws Exception {
    JsonObject all = JsonParser.parseString(Files.readString(resource(file))).getAsJsonObject();
    return all.getAsJsonArray("sets").asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  static Stream<String> tables() throws Exception {
    return sets("scikit-learn.json").stream().map(one -> one.get("name").getAsString());
  }

  private static JsonObject golden(String file, String table) throws Exception {
    return sets(file).stream()
        .filter(one -> one.get("name").getAsString().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject metrics(String table) throws Exception {
    return MetricsJson.of(
        Evaluation.of(
            PredictionReader.read(List.of(resource(table + ".csv")), Optional.empty()),
            QUICK,
            Progress.NONE));
  }

  private static void same(JsonElement actual, JsonElement expected, String what) {
    assertThat(actual.getAsDouble()).as(what).isCloseTo(expected.getAsDouble(), within(1e-9));
  }

  /** Values by class in ours, in the order of classes in theirs. */
  private static void sameClasses(JsonObject actual, JsonElement expected, String what) {
    JsonArray values = expected.getAsJsonArray();
    assertThat(actual.size()).as(what).isEqualTo(values.size());
    for (int k = 0; k < values.size(); k++) {
      JsonElement own = actual.get("class" + k);
      same(own.isJsonObject() ? own.getAsJsonObject().get("value") : own, values.get(k), what + k);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void figuresAreThoseOfScikitLearn(String table) throws Exception {
    JsonObject expected = golden("scikit-learn.json", table).getAsJsonObject("models");
    JsonObject models = metrics(table).getAsJsonObject("models");

    for (String model : new String[] {"a", "b"}) {
      JsonObject ours = models.getAsJsonObject(model).getAsJsonObject("test");
      JsonObject theirs = expected.getAsJsonObject(model);
      for (String average : new String[] {"macro", "micro", "weighted"}) {
        same(
            ours.getAsJsonObject("auc").get(average),
            theirs.getAsJsonObject("auc").get(average),
            model + " auc " + average);
        for (String figure : new String[] {"precision", "recall", "f1"}) {
          same(
              ours.getAsJsonObject(figure).get(average),
              theirs.getAsJsonObject(figure).get(average),
              model + " " + figure + " " + average);
        }
      }
      for (String figure : new String[] {"precision", "recall", "f1"}) {
        sameClasses(
            ours.getAsJsonObject(figure).getAsJsonObject("per_class"),
            theirs.getAsJsonObject(figure).get("per_class"),
            model + " " + figure);
      }
      for (String figure : new String[] {"per_class", "average_precision"}) {
        sameClasses(
            ours.getAsJsonObject("auc").getAsJsonObject(figure),
            theirs.getAsJsonObject("auc").get(figure),
            model + " auc " + figure);
      }
      same(
          ours.getAsJsonObject("accuracy").get("value"),
          theirs.get("accuracy"),
          model + " accuracy");
      same(ours.get("brier"), theirs.get("brier"), model + " brier");
      same(ours.get("ece"), theirs.get("ece"), model + " ece");
      same(ours.get("log_loss"), theirs.get("log_loss"), model + " log loss");
      assertThat(ours.getAsJsonObject("confusion_matrix").get("counts"))
          .isEqualTo(theirs.get("confusion_matrix"));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void hosmerAndLemeshowsTestIsThatOfSciPyAndMissingWhereItIsNotPossible(String table)
      throws Exception {
    JsonObject expected = golden("scikit-learn.json", table).getAsJsonObject("models");
    JsonObject models = metrics(table).getAsJsonObject("models");

    for (String model : new String[] {"a", "b"}) {
      JsonObject ours =
          models.getAsJsonObject(model).getAsJsonObject("test").getAsJsonObject("hosmer_lemeshow");
      JsonArray theirs = expected.getAsJsonObject(model).getAsJsonArray("hosmer_lemeshow");
      for (int k = 0; k < theirs.size(); k++) {
        JsonElement own = ours.get("class" + k);
        assertThat(own.isJsonNull()).isEqualTo(theirs.get(k).isJsonNull());
        if (!own.isJsonNull()) {
          JsonObject other = theirs.get(k).getAsJsonObject();
          JsonObject test = own.getAsJsonObject();
          assertThat(test.get("chi_square").getAsDouble())
              .isCloseTo(other.get("chi_square").getAsDouble(), withinPercentage(1e-9));
          assertThat(test.get("degrees_of_freedom")).isEqualTo(other.get("df"));
          same(test.get("p"), other.get("p"), "p");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void intervalsAreThoseOfProcAndR(String table) throws Exception {
    JsonObject expected = golden("proc.json", table);
    JsonObject models = metrics(table).getAsJsonObject("models");

    for (String model : new String[] {"a", "b"}) {
      JsonObject ours = models.getAsJsonObject(model).getAsJsonObject("test");
      JsonArray exact = expected.getAsJsonObject("accuracy").getAsJsonArray(model);
      JsonObject accuracy = ours.getAsJsonObject("accuracy");
      assertThat(accuracy.get("method").getAsString()).isEqualTo("clopper_pearson");
      ends(accuracy, exact.get(0), exact.get(1), model + " accuracy");
      for (JsonElement each : expected.getAsJsonArray("classes")) {
        JsonObject theirs = each.getAsJsonObject();
        String key = theirs.get("class").getAsString();
        JsonObject area =
            ours.getAsJsonObject("auc").getAsJsonObject("per_class").getAsJsonObject(key);
        JsonArray delong = theirs.getAsJsonArray(model);
        assertThat(area.get("method").getAsString()).isEqualTo("delong");
        same(area.get("value"), delong.get(1), model + " " + key);
        ends(area, delong.get(0), delong.get(2), model + " " + key);
      }
    }
  }

  private static void ends(JsonObject valued, JsonElement low, JsonElement high, String what) {
    JsonArray ours = valued.getAsJsonArray("ci95");
    same(ours.get(0), low, what + " low");
    same(ours.get(1), high, what + " high");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void comparisonsAreThoseOfProcAndSciPy(String table) throws Exception {
    JsonArray theirs = golden("proc.json", table).getAsJsonArray("classes");
    JsonObject python = golden("scikit-learn.json", table);
    JsonArray comparisons = metrics(table).getAsJsonArray("comparisons");

    // Of every class DeLong's test, then the macro area, then McNemar's test.
    assertThat(comparisons).hasSize(theirs.size() + 2);
    for (int k = 0; k < theirs.size(); k++) {
      JsonObject ours = comparisons.get(k).getAsJsonObject();
      JsonObject test = theirs.get(k).getAsJsonObject();
      assertThat(ours.get("models").toString()).isEqualTo("[\"a\",\"b\"]");
      assertThat(ours.get("split").getAsString()).isEqualTo("test");
      assertThat(ours.get("class")).isEqualTo(test.get("class"));
      same(ours.get("z"), test.get("z"), "z");
      same(ours.get("p"), test.get("p"), "p");
    }
    JsonObject mcnemar = comparisons.get(theirs.size() + 1).getAsJsonObject();
    assertThat(mcnemar.get("test").getAsString()).isEqualTo("mcnemar_exact");
    same(mcnemar.get("only_first_right"), python.getAsJsonArray("only").get(0), "only a");
    same(mcnemar.get("only_second_right"), python.getAsJsonArray("only").get(1), "only b");
    same(mcnemar.get("p"), python.get("mcnemar"), "McNemar");
  }
}
