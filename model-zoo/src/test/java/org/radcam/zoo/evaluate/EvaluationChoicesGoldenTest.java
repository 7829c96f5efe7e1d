package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.Progress;

/**
 * What metrics.json tells of choices on validation cases and of readers, against scikit-learn,
 * SciPy, statsmodels and NumPy. Made by src/test/golden/make_evaluation_choices_golden.py.
 */
class EvaluationChoicesGoldenTest {
  private static Path resource(String name) throws Exception {
    return Path.of(
        EvaluationChoicesGoldenTest.class.getResource("/golden/evaluate/choices/" + name).toURI());
  }

  private static Stream<JsonObject> golden(String kind) throws Exception {
    return JsonParser.parseString(Files.readString(resource("choices.json")))
        .getAsJsonObject()
        .getAsJsonArray(kind)
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject);
  }

  static Stream<JsonObject> chosen() throws Exception {
    return golden("chosen");
  }

  static Stream<JsonObject> readers() throws Exception {
    return golden("readers");
  }

  private static JsonObject metrics(JsonObject golden) throws Exception {
    Path table = resource(golden.get("name").getAsString() + ".csv");
    return MetricsJson.of(
        Evaluation.of(
            PredictionReader.read(List.of(table), Optional.empty()),
            new EvaluationSettings(100, 1),
            Progress.NONE));
  }

  private static JsonObject choices(JsonObject golden) throws Exception {
    return metrics(golden)
        .getAsJsonObject("models")
        .getAsJsonObject(golden.get("name").getAsString())
        .getAsJsonObject("test")
        .getAsJsonObject("chosen_on_validation");
  }

  private static void same(JsonElement actual, JsonElement expected, String what) {
    assertThat(actual.getAsDouble()).as(what).isCloseTo(expected.getAsDouble(), within(1e-9));
  }

  /** A share with the ends of its interval; null where there are no cases. */
  private static void share(JsonElement actual, JsonElement expected, String what) {
    JsonObject own = actual.getAsJsonObject();
    assertThat(own.get("method").getAsString()).isEqualTo("clopper_pearson");
    if (expected.isJsonNull()) {
      assertThat(own.get("value").isJsonNull()).as(what).isTrue();
      return;
    }
    same(own.get("value"), expected.getAsJsonArray().get(0), what);
    for (int end = 0; end < 2; end++) {
      same(
          own.getAsJsonArray("ci95").get(end),
          expected.getAsJsonArray().get(1 + end),
          what + " end " + end);
    }
  }

  @ParameterizedTest
  @MethodSource("chosen")
  void thresholdsAreThoseOfTheValidationCasesAndJudgedOnTheTestCases(JsonObject golden)
      throws Exception {
    JsonObject ours = choices(golden).getAsJsonObject("thresholds");
    JsonArray theirs = golden.getAsJsonArray("thresholds");

    for (int k = 0; k < theirs.size(); k++) {
      JsonObject rules = ours.getAsJsonObject("class" + k);
      assertThat(rules.keySet()).isEqualTo(theirs.get(k).getAsJsonObject().keySet());
      for (String rule : rules.keySet()) {
        JsonObject own = rules.getAsJsonObject(rule);
        JsonObject other = theirs.get(k).getAsJsonObject().getAsJsonObject(rule);
        String what = "class" + k + " " + rule;
        same(own.get("threshold"), other.get("threshold"), what);
        for (String figure :
            List.of("sensitivity", "specificity", "precision", "negative_predictive_value")) {
          share(own.get(figure), other.get(figure), what + " " + figure);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chosen")
  void calibrationsAreFittedToTheValidationCasesAndJudgedOnTheTestCases(JsonObject golden)
      throws Exception {
    JsonObject ours = choices(golden).getAsJsonObject("calibration");

    for (String scaling : List.of("before", "temperature", "platt")) {
      if (!golden.has(scaling)) {
        assertThat(ours.get(scaling).isJsonNull()).isTrue();
        continue;
      }
      JsonObject theirs = golden.getAsJsonObject(scaling);
      for (String figure : theirs.keySet()) {
        same(ours.getAsJsonObject(scaling).get(figure), theirs.get(figure), scaling + figure);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chosen")
  void predictionSetsAreThoseOfNumPy(JsonObject golden) throws Exception {
    JsonObject ours = choices(golden).getAsJsonObject("prediction_sets");
    JsonObject theirs = golden.getAsJsonObject("prediction_sets");

    for (String score : List.of("lac", "aps")) {
      JsonObject own = ours.getAsJsonObject(score);
      JsonObject other = theirs.getAsJsonObject(score);
      for (String figure : List.of("coverage", "single", "empty")) {
        share(own.get(figure), other.get(figure), score + " " + figure);
      }
      same(own.get("mean_size"), other.get("mean_size"), score + " size");
      JsonArray classes = other.getAsJsonArray("per_class");
      for (int k = 0; k < classes.size(); k++) {
        JsonElement value = own.getAsJsonObject("coverage_per_class").get("class" + k);
        share(value, classes.get(k), score + " class" + k);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void readersAreComparedInBothConditionsAndWithTheModel(JsonObject golden) throws Exception {
    JsonArray all = metrics(golden).getAsJsonArray("reader_comparisons");

    assertThat(all).hasSize(3);
    compared(all.get(0), "without", "with", golden.getAsJsonObject("without with"));
    compared(all.get(1), "readers (without)", "net", golden.getAsJsonObject("without net"));
    compared(all.get(2), "readers (with)", "net", golden.getAsJsonObject("with net"));
  }

  private static void compared(
      JsonElement actual, String first, String second, JsonObject expected) {
    JsonObject ours = actual.getAsJsonObject();
    assertThat(ours.get("first").getAsString()).isEqualTo(first);
    assertThat(ours.get("second").getAsString()).isEqualTo(second);
    JsonObject mean = expected.getAsJsonObject("mean");
    assertThat(ours.getAsJsonArray("figures")).hasSize(mean.size());
    for (JsonElement each : ours.getAsJsonArray("figures")) {
      JsonObject figure = each.getAsJsonObject();
      String key =
          figure.get("figure").getAsString()
              + (figure.get("class").isJsonNull() ? "" : " " + figure.get("class").getAsString());
      three(figure.getAsJsonObject("mean"), mean.get(key), key);
      for (JsonElement reader : figure.getAsJsonArray("readers")) {
        String name = reader.getAsJsonObject().get("reader").getAsString();
        JsonObject theirs = expected.getAsJsonObject("readers").getAsJsonObject(name);
        three(reader.getAsJsonObject(), theirs.getAsJsonObject("figures").get(key), name + key);
      }
    }
    for (JsonElement each : ours.getAsJsonArray("mcnemar")) {
      JsonObject test = each.getAsJsonObject();
      JsonObject theirs =
          expected.getAsJsonObject("readers").getAsJsonObject(test.get("reader").getAsString());
      same(test.get("only_first_right"), theirs.getAsJsonArray("only").get(0), "only first");
      same(test.get("only_second_right"), theirs.getAsJsonArray("only").get(1), "only second");
      same(test.get("p"), theirs.get("p"), "McNemar");
    }
  }

  private static void three(JsonObject ours, JsonElement theirs, String what) {
    List<String> keys = List.of("first", "second", "difference");
    for (int n = 0; n < keys.size(); n++) {
      double value = ours.get(keys.get(n)).getAsDouble();
      assertThat(value)
          .as(what)
          .isCloseTo(theirs.getAsJsonArray().get(n).getAsDouble(), within(1e-9));
      JsonArray ends = ours.getAsJsonArray(keys.get(n) + "_ci95");
      assertThat(value).as(what).isBetween(ends.get(0).getAsDouble(), ends.get(1).getAsDouble());
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void kappasAreThoseOfScikitLearnAndStatsmodels(JsonObject golden) throws Exception {
    JsonArray all = metrics(golden).getAsJsonArray("reader_agreement");

    assertThat(all).hasSize(2);
    for (Map.Entry<String, JsonElement> one : golden.getAsJsonObject("agreement").entrySet()) {
      JsonObject ours =
          all.asList().stream()
              .map(JsonElement::getAsJsonObject)
              .filter(each -> each.get("condition").getAsString().equals(one.getKey()))
              .findFirst()
              .orElseThrow();
      JsonObject theirs = one.getValue().getAsJsonObject();
      same(ours.getAsJsonObject("fleiss_kappa").get("value"), theirs.get("fleiss"), "Fleiss");
      JsonArray pairs = theirs.getAsJsonArray("cohen");
      assertThat(ours.getAsJsonArray("cohen_kappa")).hasSize(pairs.size());
      for (int n = 0; n < pairs.size(); n++) {
        JsonArray pair = pairs.get(n).getAsJsonArray();
        JsonObject own = ours.getAsJsonArray("cohen_kappa").get(n).getAsJsonObject();
        assertThat(own.getAsJsonArray("readers").get(0)).isEqualTo(pair.get(0));
        assertThat(own.getAsJsonArray("readers").get(1)).isEqualTo(pair.get(1));
        JsonObject kappa = own.getAsJsonObject("kappa");
        same(kappa.get("value"), pair.get(2), "Cohen");
        same(kappa.getAsJsonArray("ci95").get(0), pair.get(3), "Cohen, low");
        same(kappa.getAsJsonArray("ci95").get(1), pair.get(4), "Cohen, high");
      }
    }
  }
}
