package org.radcam.stats.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcam.UserException;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;
import org.radcam.stats.StatsGolden;

class ConformalSetsTest {
  @Test
  void quantilesAreThoseOfNumPy() {
    for (JsonObject golden : StatsGolden.classes()) {
      if (golden.has("conformal")) {
        ValidationCases validation = new ValidationCases(StatsGolden.predictions(golden));
        for (JsonElement each : golden.getAsJsonArray("conformal")) {
          JsonObject expected = each.getAsJsonObject();
          for (ConformalScore score : ConformalScore.values()) {
            ConformalSets sets = ConformalSets.fit(validation, score, number(expected, "coverage"));

            same(sets.quantile(), number(expected, score.name()), name(golden) + score);
          }
        }
      }
    }
  }

  /**
   * The promise itself: over many draws of validation and test cases the mean coverage is at least
   * what is stated, and no more than 1 / (n + 1) above for LAC, whose scores do not tie.
   */
  @ParameterizedTest
  @EnumSource(ConformalScore.class)
  void setsHoldTheTrueClassAsOftenAsStated(ConformalScore score) {
    SplittableRandom random = new SplittableRandom(17);
    double covered = 0;
    int draws = 200;
    for (int draw = 0; draw < draws; draw++) {
      ConformalSets sets =
          ConformalSets.fit(new ValidationCases(drawn(random, "v", 59)), score, 0.8);
      covered += sets.judge(drawn(random, "t", 100)).covered().value() / draws;
    }

    // Standard error over 200 draws: below 0.005.
    assertThat(covered).isGreaterThan(0.785);
    if (score == ConformalScore.LAC) {
      assertThat(covered).isLessThan(0.8 + 1 / 60.0 + 0.015);
    }
  }

  /** Of continuous scores, with so many later cases that only the validation cases are chance. */
  @Test
  void theCoverageOfADrawLiesWhereItIsSaid() {
    SplittableRandom random = new SplittableRandom(5);
    int inside = 0;
    int draws = 300;
    Interval said = Interval.UNDEFINED;
    for (int draw = 0; draw < draws; draw++) {
      ConformalSets sets =
          ConformalSets.fit(new ValidationCases(drawn(random, "v", 40)), ConformalScore.LAC, 0.9);
      said = sets.coverageOfDraws();
      double covered = sets.judge(drawn(random, "t", 3000)).covered().value();
      inside += covered >= said.low() && covered <= said.high() ? 1 : 0;
    }

    // Beta(37, 4), as scipy.stats.beta(37, 4).ppf of SciPy 1.17.1 gives it.
    assertThat(said.low()).isCloseTo(0.796135251267101, within(1e-9));
    assertThat(said.high()).isCloseTo(0.9720745847057807, within(1e-9));
    // 95 % of 300; the standard error is 1.3 %.
    assertThat(inside / (double) draws).isBetween(0.90, 0.99);
  }

  @Test
  void aSetHoldsWhatIsNoStrangerThanTheQuantile() {
    ValidationCases any = new ValidationCases(drawn(new SplittableRandom(1), "v", 30));
    ConformalSets lac = new ConformalSets(ConformalScore.LAC, 0.9, 0.7, any);
    ConformalSets aps = new ConformalSets(ConformalScore.APS, 0.9, 0.85, any);

    assertThat(lac.set(new double[] {0.35, 0.35, 0.3})).containsExactly(0, 1, 2);
    assertThat(lac.set(new double[] {0.1, 0.85, 0.05})).containsExactly(1);
    assertThat(
            new ConformalSets(ConformalScore.LAC, 0.5, 0.2, any).set(new double[] {0.5, 0.3, 0.2}))
        .isEmpty();
    assertThat(aps.set(new double[] {0.1, 0.6, 0.3})).containsExactly(1);
    // The surest case: its likeliest class alone is stranger than the quantile.
    assertThat(aps.set(new double[] {0.03, 0.95, 0.02})).containsExactly(1);
    assertThat(aps.set(new double[] {0.2, 0.6, 0.2})).containsExactly(1);
    assertThat(aps.set(new double[] {0.5, 0.3, 0.2})).containsExactly(0, 1);
  }

  @Test
  void figuresCountSizesAndClasses() {
    ValidationCases any = new ValidationCases(drawn(new SplittableRandom(1), "v", 30));
    ConformalSets sets = new ConformalSets(ConformalScore.LAC, 0.9, 0.5, any);
    Predictions judged =
        new Predictions(
            StatsGolden.names(3),
            List.of("x", "y", "z"),
            new int[] {0, 0, 2},
            new double[][] {{0.5, 0.5, 0}, {0.4, 0.6, 0}, {0.4, 0.3, 0.3}});

    ConformalFigures figures = sets.judge(judged);

    assertThat(figures.covered().hits()).isEqualTo(1);
    assertThat(figures.sizes()).containsExactly(1, 1, 1, 0);
    assertThat(figures.meanSize()).isEqualTo(1);
    assertThat(figures.coveredOfClass().get(0).value()).isEqualTo(0.5);
    assertThat(figures.coveredOfClass().get(1).defined()).isFalse();
    assertThat(figures.coveredOfClass().get(2).value()).isZero();
  }

  @Test
  void tooFewCasesForTheCoverageAreRefusedWithHowManyAreNeeded() {
    ValidationCases eight = new ValidationCases(drawn(new SplittableRandom(1), "v", 8));
    ValidationCases nine = new ValidationCases(drawn(new SplittableRandom(1), "v", 9));

    assertThatThrownBy(() -> ConformalSets.fit(eight, ConformalScore.LAC, 0.9))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least 9 validation cases; there are 8");
    // 2^40 - 1, less what counts as rounding.
    assertThatThrownBy(() -> ConformalSets.fit(eight, ConformalScore.LAC, 1 - 0x1p-40))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least 1099511626676 validation cases");
    assertThat(ConformalSets.fit(nine, ConformalScore.LAC, 0.9).quantile()).isBetween(0.0, 1.0);
    assertThatThrownBy(() -> ConformalSets.fit(nine, ConformalScore.LAC, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("between 0 and 1");
  }

  /** Three classes; the probabilities are the true ones. */
  private static Predictions drawn(SplittableRandom random, String prefix, int count) {
    int[] labels = new int[count];
    double[][] probabilities = new double[count][3];
    for (int n = 0; n < count; n++) {
      double a = random.nextDouble();
      double b = (1 - a) * random.nextDouble();
      probabilities[n] = new double[] {a, b, 1 - a - b};
      double u = random.nextDouble();
      labels[n] = u < a ? 0 : u < a + b ? 1 : 2;
    }
    List<String> patients = StatsGolden.patients(count).stream().map(p -> prefix + p).toList();
    return new Predictions(StatsGolden.names(3), patients, labels, probabilities);
  }
}
