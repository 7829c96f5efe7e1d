package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cases that src/test/golden/make_stats_golden.py draws, what scikit-learn, statsmodels and
 * others say of them (statistics.json), and what R and pROC do (proc.json).
 */
public final class StatsGolden {
  private static final JsonObject PYTHON = read("statistics");
  private static final JsonObject R = read("proc");

  private StatsGolden() {}

  /** Cases of two classes and their figures. */
  public static List<JsonObject> binary() {
    return objects(PYTHON, "binary");
  }

  /** Cases of two and more classes and their figures. */
  public static List<JsonObject> classes() {
    return objects(PYTHON, "classes");
  }

  public static List<JsonObject> python(String what) {
    return objects(PYTHON, what);
  }

  public static List<JsonObject> r(String what) {
    return objects(R, what);
  }

  public static JsonObject named(List<JsonObject> all, String name) {
    return all.stream().filter(one -> name(one).equals(name)).findFirst().orElseThrow();
  }

  public static String name(JsonObject one) {
    return one.get("name").getAsString();
  }

  /** A model's probabilities ("a" or "b") of binary cases. */
  public static BinaryCases cases(JsonObject one, String model) {
    int[] y = integers(one.get("y"));
    boolean[] positive = new boolean[y.length];
    for (int n = 0; n < y.length; n++) {
      positive[n] = y[n] == 1;
    }
    return new BinaryCases(numbers(one.get(model)), positive);
  }

  /** Binary cases as predictions of two classes, each of a patient of its own. */
  public static Predictions predictions(BinaryCases cases) {
    int[] labels = new int[cases.size()];
    double[][] probabilities = new double[cases.size()][];
    for (int n = 0; n < labels.length; n++) {
      labels[n] = cases.positive()[n] ? 1 : 0;
      probabilities[n] = new double[] {1 - cases.scores()[n], cases.scores()[n]};
    }
    return new Predictions(
        List.of("negative", "positive"), patients(labels.length), labels, probabilities);
  }

  /** Cases of several classes, each of a patient of its own. */
  public static Predictions predictions(JsonObject one) {
    double[][] probabilities = rows(one.get("probabilities"));
    return new Predictions(
        names(probabilities[0].length),
        patients(probabilities.length),
        integers(one.get("labels")),
        probabilities);
  }

  public static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(k -> "class" + k).toList();
  }

  /** Cases of the same predictions, but of other patients. */
  public static Predictions ofOthers(Predictions predictions) {
    return new Predictions(
        predictions.classes(),
        predictions.patients().stream().map(name -> "other " + name).toList(),
        predictions.labels(),
        predictions.probabilities());
  }

  public static List<String> patients(int count) {
    return IntStream.range(0, count).mapToObj(n -> "patient" + n).toList();
  }

  public static double number(JsonObject one, String field) {
    return one.get(field).getAsDouble();
  }

  /** JSON's null stands for infinity. */
  public static double[] numbers(JsonElement array) {
    return array.getAsJsonArray().asList().stream()
        .mapToDouble(e -> e.isJsonNull() ? Double.POSITIVE_INFINITY : e.getAsDouble())
        .toArray();
  }

  public static int[] integers(JsonElement array) {
    return array.getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray();
  }

  public static double[][] rows(JsonElement array) {
    return array.getAsJsonArray().asList().stream()
        .map(StatsGolden::numbers)
        .toArray(double[][]::new);
  }

  /** Equal to 1e-9, absolutely and of what is larger than 1 relatively. */
  public static void same(double actual, double expected, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /** The two ends of an interval. */
  public static void sameEnds(Interval actual, JsonElement ends, String what) {
    JsonArray array = ends.getAsJsonArray();
    same(actual.low(), array.get(0).getAsDouble(), what + " low");
    same(actual.high(), array.get(array.size() - 1).getAsDouble(), what + " high");
  }

  private static List<JsonObject> objects(JsonObject all, String field) {
    return all.getAsJsonArray(field).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static JsonObject read(String name) {
    try (InputStream in = StatsGolden.class.getResourceAsStream("/golden/" + name + ".json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
