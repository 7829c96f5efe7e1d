package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class LogisticRegressionTest {
  /** Golden values: statsmodels, made by src/test/golden/make_logistic_golden.py. */
  private static final JsonObject GOLDEN = golden();

  @Test
  void coefficientsErrorsAndWaldTestsAreThoseOfStatsmodels() {
    LogisticFit fit = goldenFit();

    assertThat(fit.terms())
        .extracting(LogisticTerm::name)
        .containsExactly("age", "volume", "male", "sclerosis");
    for (int j = 0; j <= fit.terms().size(); j++) {
      LogisticTerm term = j == 0 ? fit.intercept() : fit.terms().get(j - 1);
      close(term.coefficient(), "coefficients", j);
      close(term.standardError(), "standardErrors", j);
      close(term.z(), "z", j);
      close(term.p(), "p", j);
      close(term.oddsRatio().low(), "low", j);
      close(term.oddsRatio().high(), "high", j);
      assertThat(term.oddsRatio().estimate()).isEqualTo(Math.exp(term.coefficient()));
    }
    assertThat(fit.logLikelihood()).isCloseTo(number("logLikelihood"), within(1e-10));
    // statsmodels iterates towards this one, coarsely; here it is a formula.
    assertThat(fit.nullLogLikelihood()).isCloseTo(number("nullLogLikelihood"), within(1e-7));
  }

  @Test
  void probabilitiesAreThoseOfStatsmodelsAndTheirMeanIsTheShareOfPositives() {
    LogisticFit fit = goldenFit();
    double[][] x = rows(GOLDEN.getAsJsonArray("x"));
    double sum = 0;

    for (int n = 0; n < x.length; n++) {
      double probability = fit.probability(x[n]);
      close(probability, "probabilities", n);
      sum += probability;
    }

    assertThat(sum).isCloseTo(fit.positives(), within(1e-9));
  }

  /** The odds ratio of a fourfold table is its cross product, with Woolf's standard error. */
  @Test
  void aSingleBinaryFeatureHasTheOddsRatioOfItsTable() {
    int[] cells = {30, 12, 9, 25};
    double[][] x = new double[76][1];
    boolean[] y = new boolean[76];
    int n = 0;
    for (int cell = 0; cell < 4; cell++) {
      for (int k = 0; k < cells[cell]; k++, n++) {
        x[n][0] = cell % 2;
        y[n] = cell >= 2;
      }
    }

    LogisticTerm term = LogisticRegression.fit(x, y, List.of("expansion")).terms().get(0);

    assertThat(term.oddsRatio().estimate()).isCloseTo(30.0 * 25 / (12 * 9), within(1e-9));
    assertThat(term.standardError())
        .isCloseTo(Math.sqrt(1 / 30.0 + 1 / 12.0 + 1 / 9.0 + 1 / 25.0), within(1e-9));
  }

  @Test
  void unitsDoNotMatter() {
    double[][] x = rows(GOLDEN.getAsJsonArray("x"));
    for (double[] row : x) {
      row[0] = row[0] * 1e-9 + 1;
      row[1] = row[1] * 1e9;
    }

    LogisticFit fit = LogisticRegression.fit(x, truth(), names());

    assertThat(fit.terms().get(0).z()).isCloseTo(golden("z", 1), within(1e-5));
    assertThat(fit.terms().get(1).z()).isCloseTo(golden("z", 2), within(1e-5));
  }

  @Test
  void aFeatureThatSeparatesIsNamed() {
    double[][] x = noise(40, 3);
    boolean[] y = new boolean[40];
    for (int n = 0; n < 40; n++) {
      y[n] = x[n][1] > 0.4;
    }

    refused(x, y, "The feature b separates");
  }

  @Test
  void anEmptyCellSeparatesTooThoughTheOthersOverlap() {
    double[][] x = noise(60, 3);
    boolean[] y = new boolean[60];
    for (int n = 0; n < 60; n++) {
      x[n][2] = n % 3 == 0 ? 1 : 0;
      y[n] = n % 3 == 0 || n % 2 == 0;
    }

    refused(x, y, "The feature c separates");
  }

  @Test
  void featuresThatSeparateOnlyTogetherAreNamedWithoutTheOthers() {
    double[][] x = noise(80, 4);
    boolean[] y = new boolean[80];
    for (int n = 0; n < 80; n++) {
      y[n] = x[n][0] + x[n][2] > 1;
    }

    assertThatThrownBy(() -> LogisticRegression.fit(x, y, List.of("a", "b", "c", "d")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("together separate")
        .hasMessageContaining("a, ")
        .hasMessageContaining("c");
  }

  /** One corner of the table of two binary features has positives only. */
  @Test
  void quasiSeparationByTwoFeaturesIsFound() {
    double[][] x = new double[80][3];
    boolean[] y = new boolean[80];
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 80; n++) {
      // Levels 0, 1, 2 of one category by two columns; level 0 is always positive.
      int level = n % 4 == 0 ? 0 : 1 + n % 2;
      x[n][0] = level == 1 ? 1 : 0;
      x[n][1] = level == 2 ? 1 : 0;
      x[n][2] = random.nextDouble();
      y[n] = level == 0 || random.nextBoolean();
    }

    assertThatThrownBy(() -> LogisticRegression.fit(x, y, List.of("a", "b", "c")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The features a, b together separate");
  }

  @Test
  void aConstantFeatureIsNamed() {
    double[][] x = noise(30, 2);
    for (double[] row : x) {
      row[1] = 7;
    }

    refused(x, alternating(30), "The feature b is 7.0 in every case");
  }

  @Test
  void aFeatureThatFollowsFromOthersIsNamedWithThem() {
    double[][] x = noise(30, 4);
    for (double[] row : x) {
      row[3] = 1 - row[0] - 1000 * row[2];
    }

    refused(x, alternating(30), "The feature d follows linearly from a, c");
  }

  @Test
  void missingValuesOneClassAndTooFewCasesAreRefused() {
    double[][] x = noise(30, 2);
    x[4][1] = Double.NaN;
    refused(x, alternating(30), "The feature b has no finite value in row 5");
    refused(noise(30, 2), new boolean[30], "all 30 cases are negative");
    refused(noise(4, 3), alternating(4), "4 cases are too few for a regression of 3 features");
  }

  @Test
  void noiseWithoutSeparationIsNotTakenForIt() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] x = noise(60, 3, seed);
      boolean[] y = new boolean[60];
      SplittableRandom random = new SplittableRandom(1000 + seed);
      for (int n = 0; n < 60; n++) {
        y[n] = random.nextDouble() < 1 / (1 + Math.exp(-6 * (x[n][0] + x[n][1] - 1)));
      }
      LogisticFit fit = LogisticRegression.fit(x, y, List.of("a", "b", "c"));
      assertThat(fit.logLikelihood()).isGreaterThan(fit.nullLogLikelihood());
    }
  }

  private static void refused(double[][] x, boolean[] y, String message) {
    assertThatThrownBy(
            () -> LogisticRegression.fit(x, y, List.of("a", "b", "c", "d").subList(0, x[0].length)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  private static double[][] noise(int cases, int features) {
    return noise(cases, features, 3);
  }

  private static double[][] noise(int cases, int features, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[cases][features];
    for (double[] row : x) {
      for (int j = 0; j < features; j++) {
        row[j] = random.nextDouble();
      }
    }
    return x;
  }

  private static boolean[] alternating(int cases) {
    boolean[] y = new boolean[cases];
    for (int n = 0; n < cases; n += 2) {
      y[n] = true;
    }
    return y;
  }

  private static LogisticFit goldenFit() {
    return LogisticRegression.fit(rows(GOLDEN.getAsJsonArray("x")), truth(), names());
  }

  private static List<String> names() {
    return GOLDEN.getAsJsonArray("names").asList().stream().map(JsonElement::getAsString).toList();
  }

  private static boolean[] truth() {
    JsonArray y = GOLDEN.getAsJsonArray("y");
    boolean[] truth = new boolean[y.size()];
    for (int n = 0; n < truth.length; n++) {
      truth[n] = y.get(n).getAsInt() == 1;
    }
    return truth;
  }

  private static double[][] rows(JsonArray rows) {
    return rows.asList().stream()
        .map(
            row ->
                row.getAsJsonArray().asList().stream()
                    .mapToDouble(JsonElement::getAsDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static void close(double actual, String name, int index) {
    double expected = golden(name, index);
    assertThat(actual).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
  }

  private static double golden(String name, int index) {
    return GOLDEN.getAsJsonArray(name).get(index).getAsDouble();
  }

  private static double number(String name) {
    return GOLDEN.get(name).getAsDouble();
  }

  private static JsonObject golden() {
    try (InputStream in =
        LogisticRegressionTest.class.getResourceAsStream("/golden/logistic.json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
