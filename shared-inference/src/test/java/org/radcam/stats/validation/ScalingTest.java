package org.radcam.stats.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;
import org.radcam.stats.StatsGolden;

class ScalingTest {
  @Test
  void theTemperatureIsWhereScipyFindsTheLeastLoss() {
    for (JsonObject golden : StatsGolden.classes()) {
      if (golden.has("temperature")) {
        TemperatureScaling fit =
            TemperatureScaling.fit(new ValidationCases(StatsGolden.predictions(golden)));

        same(fit.temperature(), number(golden, "temperature"), name(golden));
      }
    }
  }

  @Test
  void aTemperatureKeepsTheOrderOfClassesAndLowersTheLoss() {
    Predictions validation = named("unbalanced");
    Predictions scaled =
        TemperatureScaling.fit(new ValidationCases(validation))
            .apply(StatsGolden.ofOthers(validation));

    assertThat(scaled.predicted()).isEqualTo(validation.predicted());
    assertThat(loss(scaled)).isLessThan(loss(validation));
  }

  @Test
  void probabilitiesThatWereScaledBackHaveATemperatureOfOne() {
    Predictions validation = named("two classes");
    Predictions scaled =
        TemperatureScaling.fit(new ValidationCases(validation))
            .apply(StatsGolden.ofOthers(validation));

    same(TemperatureScaling.fit(new ValidationCases(scaled)).temperature(), 1, "again");
  }

  @Test
  void predictionsThatAreAllRightOrNoBetterThanChanceTellNoTemperature() {
    BinaryCases right = new BinaryCases(new double[] {0.9, 0.2}, new boolean[] {true, false});
    BinaryCases wrong = new BinaryCases(new double[] {0.9, 0.2}, new boolean[] {false, true});

    for (BinaryCases cases : new BinaryCases[] {right, wrong}) {
      ValidationCases validation = new ValidationCases(StatsGolden.predictions(cases));
      assertThatThrownBy(() -> TemperatureScaling.fit(validation))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("No temperature can be fitted to these 2 validation cases");
    }
  }

  @Test
  void plattsSlopeAndInterceptAreThoseOfScipy() {
    int compared = 0;
    for (JsonObject golden : StatsGolden.binary()) {
      if (golden.has("platt")) {
        double[] expected = numbers(golden.get("platt"));
        PlattScaling fit =
            PlattScaling.fit(new ValidationCases(StatsGolden.predictions(cases(golden, "a"))));

        same(fit.slope(), expected[0], name(golden));
        same(fit.intercept(), expected[1], name(golden));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  void plattsProbabilitiesSumToOneAndAreOnTheMeanThatOfHisTargets() {
    Predictions validation =
        StatsGolden.predictions(cases(StatsGolden.named(StatsGolden.binary(), "random"), "a"));
    Predictions scaled =
        PlattScaling.fit(new ValidationCases(validation)).apply(StatsGolden.ofOthers(validation));

    double sum = 0;
    for (double[] p : scaled.probabilities()) {
      same(p[0] + p[1], 1, "sum");
      sum += p[1];
    }
    same(sum, 34 * 35 / 36.0 + 46 / 48.0, "targets");
  }

  /** Without Platt's targets the slope would be infinite. */
  @Test
  void plattIsFiniteWhereTheClassesAreTold() {
    BinaryCases perfect =
        new BinaryCases(new double[] {0, 0.1, 0.9, 1}, new boolean[] {false, false, true, true});

    PlattScaling fit = PlattScaling.fit(new ValidationCases(StatsGolden.predictions(perfect)));

    assertThat(fit.slope()).isBetween(0.01, 10.0);
    same(fit.intercept(), 0, "symmetric");
  }

  /** Log odds of 0.3 and 4e-9 more: the targets 2 / 3 and 1 / 3 are met by a steep line. */
  @Test
  void plattIsFiniteWhereProbabilitiesHardlyDiffer() {
    double a = 0.3;
    double b = 0.300000001;

    PlattScaling fit =
        PlattScaling.fit(validation(new double[] {a, b}, new boolean[] {false, true}));

    Predictions scaled =
        fit.apply(
            StatsGolden.ofOthers(
                StatsGolden.predictions(
                    new BinaryCases(new double[] {a, b}, new boolean[] {false, true}))));
    assertThat(scaled.probabilities()[0][1]).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(scaled.probabilities()[1][1]).isCloseTo(2 / 3.0, within(1e-6));
  }

  @Test
  void plattRefusesWhatItCannotFit() {
    ValidationCases three = new ValidationCases(named("random"));
    ValidationCases constant = validation(new double[] {0.3, 0.3}, new boolean[] {true, false});
    ValidationCases oneClass = validation(new double[] {0.3, 0.4}, new boolean[] {true, true});

    assertThatThrownBy(() -> PlattScaling.fit(three)).hasMessageContaining("is for two classes");
    assertThatThrownBy(() -> PlattScaling.fit(constant))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("all 2 validation cases have 0.3");
    ValidationCases rounded =
        validation(new double[] {0.3, 0.1 + 0.2}, new boolean[] {true, false});
    assertThatThrownBy(() -> PlattScaling.fit(rounded))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("all 2 validation cases have 0.3");
    assertThatThrownBy(() -> PlattScaling.fit(oneClass)).hasMessageContaining("0 negative");
  }

  @Test
  void theirOwnValidationCasesCannotBeCalibrated() {
    Predictions validation = named("two classes");

    assertThatThrownBy(
            () -> TemperatureScaling.fit(new ValidationCases(validation)).apply(validation))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The temperature was chosen on validation cases of 40 patients");
    assertThatThrownBy(() -> PlattScaling.fit(new ValidationCases(validation)).apply(validation))
        .isInstanceOf(UserException.class);
  }

  private static ValidationCases validation(double[] scores, boolean[] positive) {
    return new ValidationCases(StatsGolden.predictions(new BinaryCases(scores, positive)));
  }

  private static Predictions named(String name) {
    return StatsGolden.predictions(StatsGolden.named(StatsGolden.classes(), name));
  }

  private static double loss(Predictions predictions) {
    double sum = 0;
    for (int n = 0; n < predictions.size(); n++) {
      sum -= Math.log(predictions.probabilities()[n][predictions.labels()[n]]);
    }
    return sum;
  }
}
