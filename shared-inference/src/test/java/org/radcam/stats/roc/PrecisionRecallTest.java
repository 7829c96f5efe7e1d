package org.radcam.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.StatsGolden;

class PrecisionRecallTest {
  @Test
  void theCurveIsThatOfScikitLearn() {
    for (JsonObject golden : StatsGolden.binary()) {
      PrecisionRecallCurve curve = PrecisionRecallCurve.of(cases(golden, "a"));

      assertThat(curve.points().stream().mapToDouble(PrecisionRecallPoint::precision).toArray())
          .containsExactly(numbers(golden.get("precisions")), within(1e-12));
      assertThat(curve.points().stream().mapToDouble(PrecisionRecallPoint::recall).toArray())
          .containsExactly(numbers(golden.get("recalls")), within(1e-12));
    }
  }

  @Test
  void averagePrecisionIsThatOfScikitLearn() {
    for (JsonObject golden : StatsGolden.binary()) {
      AveragePrecision average = new AveragePrecision(cases(golden, "a"));

      same(average.value(), number(golden, "averagePrecision"), name(golden));
    }
  }

  @Test
  void scoresThatAllTieHaveThePrevalenceAsAveragePrecision() {
    BinaryCases tied =
        new BinaryCases(new double[5], new boolean[] {true, false, true, false, false});

    assertThat(new AveragePrecision(tied).value()).isEqualTo(0.4);
    assertThat(PrecisionRecallCurve.of(tied).prevalence()).isEqualTo(0.4);
  }

  @Test
  void withoutPositiveCasesItIsNotDefined() {
    BinaryCases cases = new BinaryCases(new double[] {1, 2}, new boolean[] {true, false});

    assertThat(new AveragePrecision(cases).value(new int[] {0, 3})).isNaN();
    assertThat(new AveragePrecision(cases).value(new int[] {2, 2})).isEqualTo(0.5);
  }
}
