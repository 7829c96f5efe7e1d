package org.radcam.stats.calibration;

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

class CalibrationTest {
  @Test
  void brierScoresAreThoseOfScikitLearnForTwoClassesAndMore() {
    for (JsonObject golden : StatsGolden.binary()) {
      same(BrierScore.of(cases(golden, "a")).value(), number(golden, "brier"), name(golden));
    }
    for (JsonObject golden : StatsGolden.classes()) {
      Predictions all = StatsGolden.predictions(golden);
      same(BrierScore.of(all).value(), number(golden, "brier"), name(golden));
    }
  }

  @Test
  void aCaseThatCountsTwiceCountsTwiceInTheBrierScore() {
    BinaryCases cases = new BinaryCases(new double[] {0.9, 0.2}, new boolean[] {true, true});

    assertThat(BrierScore.of(cases).value(new int[] {2, 1}))
        .isCloseTo((2 * 0.01 + 0.64) / 3, within(1e-15));
  }

  @Test
  void reliabilityCurvesAreThoseOfScikitLearnByWidthAndByCounts() {
    for (JsonObject golden : StatsGolden.binary()) {
      curve(golden, "uniform", Binning.EQUAL_WIDTH);
      curve(golden, "quantile", Binning.EQUAL_COUNTS);
    }
  }

  private static void curve(JsonObject golden, String strategy, Binning binning) {
    ReliabilityCurve curve = ReliabilityCurve.of(cases(golden, "a"), 10, binning);
    JsonObject expected = golden.getAsJsonObject(strategy);

    assertThat(curve.bins().stream().mapToDouble(bin -> bin.observed().value()).toArray())
        .as(name(golden) + " " + strategy)
        .containsExactly(numbers(expected.get("observed")), within(1e-12));
    assertThat(curve.bins().stream().mapToDouble(ReliabilityBin::meanProbability).toArray())
        .as(name(golden) + " " + strategy)
        .containsExactly(numbers(expected.get("mean")), within(1e-12));
  }

  @Test
  void expectedCalibrationErrorIsThatOfGuo() {
    for (JsonObject golden : StatsGolden.classes()) {
      Predictions all = StatsGolden.predictions(golden);

      ReliabilityCurve curve = ReliabilityCurve.ofPredictedClass(all, 15);

      same(curve.expectedError(), number(golden, "ece"), name(golden));
      assertThat(curve.largestError()).isGreaterThanOrEqualTo(curve.expectedError());
    }
  }

  @Test
  void aProbabilityOnAnEdgeBelongsToTheLowerBin() {
    BinaryCases cases =
        new BinaryCases(new double[] {0, 0.25, 0.26, 1}, new boolean[] {false, true, true, true});

    ReliabilityCurve curve = ReliabilityCurve.of(cases, 4, Binning.EQUAL_WIDTH);

    assertThat(curve.bins()).extracting(bin -> bin.observed().count()).containsExactly(2L, 1L, 1L);
    assertThat(curve.bins().get(0).low()).isZero();
    assertThat(curve.bins().get(0).high()).isEqualTo(0.25);
    assertThat(curve.largestError()).isEqualTo(1 - 0.26);
  }

  @Test
  void hosmerAndLemeshowsTestIsThatOfR() {
    for (String name : new String[] {"random", "tied", "unbalanced"}) {
      BinaryCases cases = cases(StatsGolden.named(StatsGolden.binary(), name), "a");
      JsonObject expected =
          StatsGolden.named(StatsGolden.r("binary"), name).getAsJsonObject("hosmerLemeshow");

      HosmerLemeshow fitted = HosmerLemeshow.ofFittedCases(cases, HosmerLemeshow.GROUPS);
      HosmerLemeshow fresh = HosmerLemeshow.ofNewCases(cases, HosmerLemeshow.GROUPS);

      same(fitted.chiSquare(), number(expected, "chiSquare"), name);
      assertThat(fitted.groups()).isEqualTo(expected.get("groups").getAsInt());
      assertThat(fitted.degreesOfFreedom()).isEqualTo(fitted.groups() - 2);
      assertThat(fresh.degreesOfFreedom()).isEqualTo(fitted.groups());
      relatively(fitted.p(), number(expected, "fitted"), name);
      relatively(fresh.p(), number(expected, "new"), name);
    }
  }

  /** To 1e-9 of a p value of any size. */
  private static void relatively(double actual, double expected, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void hosmerAndLemeshowsTestIsRefusedWhereItSaysNothing() {
    refused(new double[] {0.1, 0.2, 0.3}, "3 cases for 10 groups");
    refused(new double[] {.1, .1, .1, .1, .1, .1, .9, .9, .9, .9}, "these 10 cases make 2");
    refused(new double[] {0, 0, 0, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}, "has only 0");
  }

  private static void refused(double[] probabilities, String message) {
    BinaryCases cases = new BinaryCases(probabilities, new boolean[probabilities.length]);
    assertThatThrownBy(() -> HosmerLemeshow.ofNewCases(cases, HosmerLemeshow.GROUPS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  @Test
  void scoresThatAreNoProbabilitiesAreRefused() {
    BinaryCases logits = new BinaryCases(new double[] {-2, 3}, new boolean[] {false, true});

    assertThatThrownBy(() -> BrierScore.of(logits))
        .isInstanceOf(UserException.class)
        .hasMessage("The Brier score needs probabilities from 0 to 1; case 1 has -2.0");
    assertThatThrownBy(() -> ReliabilityCurve.of(logits, 5, Binning.EQUAL_WIDTH))
        .isInstanceOf(UserException.class);
  }
}
