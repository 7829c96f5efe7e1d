package org.radcam.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.Auc;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.StatsGolden;

class RocCurveTest {
  @Test
  void pointsAndThresholdsAreThoseOfScikitLearn() {
    for (JsonObject golden : StatsGolden.binary()) {
      RocCurve curve = RocCurve.of(cases(golden, "a"));

      assertThat(doubles(curve, RocPoint::threshold))
          .containsExactly(numbers(golden.get("thresholds")));
      assertThat(doubles(curve, RocPoint::sensitivity))
          .containsExactly(numbers(golden.get("sensitivities")), within(1e-12));
      assertThat(doubles(curve, RocPoint::falsePositiveRate))
          .containsExactly(numbers(golden.get("falsePositiveRates")), within(1e-12));
      same(curve.area(), number(golden, "auc"), name(golden));
    }
  }

  @Property
  void theCornersAloneHaveTheSameAreaAndItIsThatOfTheRanks(
      @ForAll @Size(min = 4, max = 40) List<@IntRange(max = 9) Integer> grades) {
    double[] scores = grades.stream().mapToDouble(Integer::doubleValue).toArray();
    boolean[] positive = new boolean[scores.length];
    for (int n = 0; n < scores.length; n++) {
      positive[n] = n % 2 == 0;
    }
    RocCurve curve = RocCurve.of(new BinaryCases(scores, positive));

    List<RocPoint> corners = curve.corners();

    RocCurve fewer = new RocCurve(corners, curve.positives(), curve.negatives());
    assertThat(fewer.area()).isEqualTo(curve.area()).isEqualTo(Auc.of(scores, positive));
    assertThat(corners.get(0)).isEqualTo(curve.points().get(0));
    assertThat(corners).endsWith(curve.points().get(curve.points().size() - 1));
    assertThat(curve.points()).containsAll(corners);
  }

  @Test
  void aStairOfTwoStepsHasThreeCornersBetweenItsEnds() {
    double[] scores = {9, 8, 7, 6, 5, 4, 3, 2};
    boolean[] positive = {true, true, false, false, true, true, false, false};

    assertThat(RocCurve.of(new BinaryCases(scores, positive)).corners())
        .extracting(RocPoint::threshold)
        .containsExactly(Double.POSITIVE_INFINITY, 8.0, 6.0, 4.0, 2.0);
  }

  @Test
  void oneClassAloneIsRefused() {
    BinaryCases healthy = new BinaryCases(new double[] {1, 2}, new boolean[2]);

    assertThatThrownBy(() -> RocCurve.of(healthy))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("0 positive and 2 negative");
  }

  @Test
  void theBandHoldsTheCurveAndNarrowsWithMoreCases() {
    JsonObject golden = StatsGolden.named(StatsGolden.binary(), "random");
    BinaryCases few = cases(golden, "a");
    BinaryCases many = tenfold(few);

    RocBand wide = band(few);
    RocBand narrow = band(many);

    for (int n = 0; n < wide.sensitivities().size(); n++) {
      Interval interval = wide.sensitivities().get(n);
      assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
      assertThat(interval.estimate())
          .isCloseTo(narrow.sensitivities().get(n).estimate(), within(1e-12));
    }
    assertThat(width(narrow)).isLessThan(0.5 * width(wide));
    assertThat(wide.sensitivities().get(20).estimate()).isEqualTo(1);
    assertThat(band(few)).isEqualTo(wide);
  }

  /** Where the curve has a point at a false positive rate, the band's estimate is its top there. */
  @Test
  void theBandGoesThroughTheCurvesPoints() {
    double[] scores = {9, 8, 7, 6, 5, 4, 3, 2};
    boolean[] positive = {true, true, false, false, true, true, false, false};
    BinaryCases cases = new BinaryCases(scores, positive);

    RocBand band = RocBand.of(cases, new ClusteredBootstrap(StatsGolden.patients(8), 20, 1), 4);

    assertThat(band.sensitivities())
        .extracting(Interval::estimate)
        .containsExactly(0.5, 0.5, 1.0, 1.0, 1.0);
  }

  private static RocBand band(BinaryCases cases) {
    return RocBand.of(
        cases, new ClusteredBootstrap(StatsGolden.patients(cases.size()), 400, 3), 20);
  }

  private static double width(RocBand band) {
    return band.sensitivities().stream().mapToDouble(i -> i.high() - i.low()).sum();
  }

  private static BinaryCases tenfold(BinaryCases cases) {
    double[] scores = new double[10 * cases.size()];
    boolean[] positive = new boolean[scores.length];
    for (int n = 0; n < scores.length; n++) {
      scores[n] = cases.scores()[n / 10];
      positive[n] = cases.positive()[n / 10];
    }
    return new BinaryCases(scores, positive);
  }

  private static double[] doubles(
      RocCurve curve, java.util.function.ToDoubleFunction<RocPoint> field) {
    return curve.points().stream().mapToDouble(field).toArray();
  }
}
