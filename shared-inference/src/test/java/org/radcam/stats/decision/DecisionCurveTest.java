package org.radcam.stats.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.StatsGolden;

class DecisionCurveTest {
  @Test
  void netBenefitsAreThoseOfDcurves() {
    for (JsonObject golden : StatsGolden.binary()) {
      double[] model = numbers(golden.get("netBenefit"));
      double[] all = numbers(golden.get("netBenefitAll"));
      List<Double> thresholds =
          Arrays.stream(numbers(golden.get("netBenefitThresholds"))).boxed().toList();

      DecisionCurve curve = curve(cases(golden, "a"), thresholds);

      for (int t = 0; t < model.length; t++) {
        NetBenefit point = curve.points().get(t);
        same(point.model().estimate(), model[t], name(golden) + " at " + point.threshold());
        same(point.treatAll().estimate(), all[t], name(golden) + " at " + point.threshold());
        Interval interval = point.model();
        assertThat(interval.low()).isLessThanOrEqualTo(interval.high());
      }
    }
  }

  @Test
  void treatingAtThresholdZeroIsTreatingAll() {
    BinaryCases cases = cases(StatsGolden.named(StatsGolden.binary(), "random"), "a");

    NetBenefit point = curve(cases, List.of(0.0)).points().get(0);

    assertThat(point.model()).isEqualTo(point.treatAll());
    same(point.model().estimate(), 34 / 80.0, "prevalence");
  }

  @Test
  void aThresholdOfOneAndScoresThatAreNoProbabilitiesAreRefused() {
    BinaryCases cases = cases(StatsGolden.named(StatsGolden.binary(), "tiny"), "a");
    BinaryCases logits = new BinaryCases(new double[] {2, 3}, new boolean[2]);

    assertThatThrownBy(() -> curve(cases, List.of(0.5, 1.0)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not 1.0");
    assertThatThrownBy(() -> curve(cases, List.of(0.5, 0.2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("must rise; 0.2 follows 0.5");
    assertThatThrownBy(() -> curve(logits, List.of(0.5))).isInstanceOf(UserException.class);
  }

  private static DecisionCurve curve(BinaryCases cases, List<Double> thresholds) {
    return DecisionCurve.of(
        cases, thresholds, new ClusteredBootstrap(StatsGolden.patients(cases.size()), 100, 2));
  }
}
