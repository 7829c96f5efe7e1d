package org.radcam.zoo.tabular;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularModel;

/** Golden values: R's glmnet, made by src/test/golden/make_lasso_golden.R. */
class LassoTest {
  private static final JsonObject GOLDEN = golden();
  private static final Map<String, LassoPath> PATHS = new HashMap<>();

  /** Two tests look at the same one. */
  private static LassoPath path(String name) {
    return PATHS.computeIfAbsent(
        name, unmade -> LassoPath.of(data(GOLDEN.getAsJsonObject(unmade))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"binomial", "more features than cases", "multinomial"})
  void thePathHasThePenaltiesAndDevianceRatiosOfGlmnet(String name) {
    JsonObject golden = GOLDEN.getAsJsonObject(name);

    LassoPath path = path(name);

    double[] penalties = numbers(golden, "penalties");
    assertThat(path.penalties()).hasSameSizeAs(penalties);
    double[] ratios = numbers(golden, "devianceRatios");
    for (int i = 0; i < penalties.length; i++) {
      assertThat(path.penalties()[i]).isCloseTo(penalties[i], within(1e-9 * penalties[i]));
      assertThat(path.devianceRatios()[i]).isCloseTo(ratios[i], within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binomial", "more features than cases", "multinomial"})
  void coefficientsAndWhatIsSelectedAreThoseOfGlmnet(String name) {
    JsonObject golden = GOLDEN.getAsJsonObject(name);

    LassoPath path = path(name);

    double[] scales = new PenalisedData(data(golden)).scales;
    double[] at = numbers(golden, "at");
    for (int i = 0; i < at.length; i++) {
      LinearSolution solution = path.solutions().get((int) at[i]);
      JsonArray rows = golden.getAsJsonArray("coefficients").get(i).getAsJsonArray();
      for (int k = 0; k < rows.size(); k++) {
        double[] expected = doubles(rows.get(k).getAsJsonArray());
        for (int j = 0; j < scales.length; j++) {
          // Per standard deviation of the feature, so that units do not matter.
          assertThat(solution.weights()[k][j] * scales[j])
              .as("penalty %s, row %s, feature %s", at[i], k, j)
              .isCloseTo(expected[j + 1] * scales[j], within(1e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binomial", "more features than cases", "multinomial"})
  void crossValidationChoosesThePenaltiesOfGlmnet(String name) {
    JsonObject golden = GOLDEN.getAsJsonObject(name);

    LassoCrossValidation chosen =
        LassoCrossValidation.of(
            data(golden), integers(golden, "folds"), numbers(golden, "penalties"));

    assertThat(chosen.best()).isEqualTo(golden.get("best").getAsInt());
    assertThat(chosen.sparse()).isEqualTo(golden.get("sparse").getAsInt());
    double[] deviances = numbers(golden, "deviances");
    double[] errors = numbers(golden, "standardErrors");
    for (int i = 0; i <= chosen.best(); i++) {
      assertThat(chosen.deviances()[i]).isCloseTo(deviances[i], within(1e-5));
      assertThat(chosen.standardErrors()[i]).isCloseTo(errors[i], within(1e-5));
    }
  }

  /** The subgradient conditions of the minimum, which need no other implementation. */
  @Test
  void everySolutionMeetsTheOptimalityConditions() {
    TabularData data = correlated(60, 200, 3);
    PenalisedData penalised = new PenalisedData(data);

    LassoPath path = LassoPath.of(data);

    for (int i = 0; i < path.penalties().length; i += 9) {
      LinearSolution solution = path.solutions().get(i);
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 200; j++) {
          double gradient = 0;
          for (int n = 0; n < data.size(); n++) {
            double p = solution.probabilities(data.rows()[n])[k];
            gradient += penalised.columns[j][n] * (penalised.truth[k][n] - p) / data.size();
          }
          double weight = solution.weights()[k][j];
          double expected = weight == 0 ? gradient : path.penalties()[i] * Math.signum(weight);
          assertThat(gradient).isCloseTo(expected, within(1e-4 * path.penalties()[0]));
          assertThat(Math.abs(gradient))
              .isLessThanOrEqualTo(path.penalties()[i] + 1e-4 * path.penalties()[0]);
        }
      }
    }
  }

  /** Two features tell all cases apart but one, so the fold without it has no finite weights. */
  @Test
  void aFoldWhoseCasesAreSeparableKeepsItsLastSolutionForSmallerPenalties() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] rows = new double[40][2];
    int[] labels = new int[40];
    int[] folds = new int[40];
    for (int n = 0; n < 40; n++) {
      labels[n] = n % 2;
      folds[n] = n / 2 % 5;
      rows[n][0] = (n == 0 ? 1 : labels[n]) * 1000 + random.nextDouble();
      rows[n][1] = (n == 0 ? 1 : labels[n]) + random.nextDouble();
    }
    TabularData data = new TabularData(List.of("f0", "f1"), rows, labels, 2);

    LassoPath all = LassoPath.of(data);
    LassoPath separable = LassoPath.of(data.without(folds, 0), all.penalties());
    LassoCrossValidation chosen = LassoCrossValidation.of(data, folds);

    int last = all.penalties().length - 1;
    assertThat(all.penalties()[last]).isLessThan(1e-3 * all.penalties()[0]);
    assertThat(separable.penalties()).isEqualTo(all.penalties());
    assertThat(separable.devianceRatios()[last]).isBetween(0.999, 0.9999);
    assertThat(separable.solutions().get(last)).isSameAs(separable.solutions().get(last - 1));
    assertThat(chosen.deviances()).doesNotContain(Double.NaN);
    assertThat(chosen.atMinimum().selected()).isNotEmpty();
  }

  @Test
  void aConstantFeatureIsNeverSelected() {
    TabularData data = correlated(40, 5, 2);
    for (double[] row : data.rows()) {
      row[2] = 1e6 + 0.1;
    }

    LassoPath path = LassoPath.of(data);

    assertThat(path.solutions().get(path.solutions().size() - 1).selected()).doesNotContain(2);
  }

  @Test
  void theStoredModelAnswersAsTheSolutionDoes() {
    TabularData data = correlated(60, 20, 3);
    LinearSolution solution = LassoPath.of(data).solutions().get(30);

    TabularModel model =
        solution.model(data.features(), Standardiser.of(data.rows(), data.features()));

    for (double[] row : data.rows()) {
      assertThat(model.probabilities(row))
          .containsExactly(solution.probabilities(row), within(1e-5));
    }
  }

  static TabularData correlated(int cases, int features, int classes) {
    SplittableRandom random = new SplittableRandom(11);
    double[][] rows = new double[cases][features];
    int[] labels = new int[cases];
    for (int n = 0; n < cases; n++) {
      labels[n] = n % classes;
      double shared = random.nextDouble();
      for (int j = 0; j < features; j++) {
        rows[n][j] =
            100 * j
                + Math.pow(10, j % 4)
                    * (shared + random.nextDouble() + (j % 7 == labels[n] ? 0.4 : 0));
      }
    }
    List<String> names = IntStream.range(0, features).mapToObj(j -> "f" + j).toList();
    return new TabularData(names, rows, labels, classes);
  }

  static TabularData data(JsonObject golden) {
    double[][] rows =
        golden.getAsJsonArray("x").asList().stream()
            .map(row -> doubles(row.getAsJsonArray()))
            .toArray(double[][]::new);
    List<String> names = IntStream.range(0, rows[0].length).mapToObj(j -> "f" + j).toList();
    return new TabularData(names, rows, integers(golden, "y"), golden.get("classes").getAsInt());
  }

  private static int[] integers(JsonObject golden, String name) {
    return golden.getAsJsonArray(name).asList().stream().mapToInt(JsonElement::getAsInt).toArray();
  }

  private static double[] numbers(JsonObject golden, String name) {
    return doubles(golden.getAsJsonArray(name));
  }

  private static double[] doubles(JsonArray numbers) {
    return numbers.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
  }

  private static JsonObject golden() {
    try (InputStream in = LassoTest.class.getResourceAsStream("/golden/lasso.json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
