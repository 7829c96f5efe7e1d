package org.radcam.stats.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.numbers;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;
import org.radcam.stats.StatsGolden;
import org.radcam.stats.confusion.ClassCounts;

class ThresholdTest {
  private static final double[] SCORES = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2};
  private static final boolean[] TRUTH = {true, true, false, true, false, true, false, false};

  @Test
  void youdensThresholdIsWhereScikitLearnsCurveIsHighestAboveTheDiagonal() {
    for (JsonObject golden : StatsGolden.binary()) {
      Threshold chosen = choose(cases(golden, "a"), new ThresholdRule.Youden());

      double[] sensitivities = numbers(golden.get("sensitivities"));
      double[] falsePositiveRates = numbers(golden.get("falsePositiveRates"));
      double[] thresholds = numbers(golden.get("thresholds"));
      double best = 0;
      for (int n = 1; n < thresholds.length; n++) {
        best = Math.max(best, sensitivities[n] - falsePositiveRates[n]);
      }
      StatsGolden.same(chosen.point().youden(), best, name(golden));
      assertThat(thresholds).contains(chosen.value());
    }
  }

  /** 0.8 and 0.6 and 0.4 all have J = 0.5; the lowest finds most. */
  @Test
  void ofEqualYoudenIndicesTheMoreSensitiveIsTaken() {
    assertThat(choose(new ThresholdRule.Youden()).value()).isEqualTo(0.4);
  }

  @Test
  void aFixedSensitivityIsKeptWithAsMuchSpecificityAsThatAllows() {
    Threshold chosen = choose(new ThresholdRule.SensitivityAtLeast(0.75));

    assertThat(chosen.value()).isEqualTo(0.6);
    assertThat(chosen.point().sensitivity()).isEqualTo(0.75);
    assertThat(choose(new ThresholdRule.SensitivityAtLeast(0.76)).value()).isEqualTo(0.4);
    assertThat(choose(new ThresholdRule.SensitivityAtLeast(1)).point().specificity())
        .isEqualTo(0.5);
  }

  @Test
  void aFixedSpecificityIsKeptWithAsMuchSensitivityAsThatAllows() {
    assertThat(choose(new ThresholdRule.SpecificityAtLeast(0.75)).value()).isEqualTo(0.6);
    assertThat(choose(new ThresholdRule.SpecificityAtLeast(0.9)).value()).isEqualTo(0.8);
    assertThat(choose(new ThresholdRule.SpecificityAtLeast(0)).value()).isEqualTo(0.2);
  }

  /** 1 - 7 / 100 is less than 0.93 in floating point. */
  @Test
  void aSpecificityThatIsJustReachedIsKept() {
    double[] scores = new double[101];
    boolean[] truth = new boolean[101];
    for (int n = 0; n < 100; n++) {
      scores[n] = n < 7 ? 0.6 : 0.1;
    }
    scores[100] = 0.6;
    truth[100] = true;

    Threshold chosen =
        choose(new BinaryCases(scores, truth), new ThresholdRule.SpecificityAtLeast(0.93));

    assertThat(chosen.value()).isEqualTo(0.6);
    assertThat(chosen.point().falsePositives()).isEqualTo(7);
  }

  @Test
  void aSpecificityThatNoThresholdKeepsIsRefused() {
    BinaryCases wrong = new BinaryCases(new double[] {0.1, 0.9}, new boolean[] {true, false});

    assertThatThrownBy(() -> choose(wrong, new ThresholdRule.SpecificityAtLeast(0.9)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("No threshold keeps a specificity of 0.9");
  }

  @Test
  void otherCasesAreJudgedAtTheSameThreshold() {
    Threshold chosen = choose(new ThresholdRule.Youden());
    Predictions others =
        new Predictions(
            List.of("negative", "positive"),
            List.of("x", "y", "z"),
            new int[] {1, 1, 0},
            new double[][] {{0.6, 0.4}, {0.61, 0.39}, {0.1, 0.9}});

    assertThat(chosen.judge(others)).isEqualTo(new ClassCounts(1, 1, 1, 0));
  }

  @Test
  void thePatientsOnWhomItWasChosenCannotJudgeIt() {
    Predictions validation = StatsGolden.predictions(new BinaryCases(SCORES, TRUTH));
    Threshold chosen =
        Threshold.choose(new ValidationCases(validation), 1, new ThresholdRule.Youden());

    assertThatThrownBy(() -> chosen.judge(validation))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("validation cases of 8 patients")
        .hasMessageNotContaining("patient0");
    assertThatThrownBy(
            () ->
                chosen.judge(
                    new Predictions(
                        List.of("positive", "negative"),
                        List.of("x"),
                        new int[] {0},
                        new double[][] {{0.5, 0.5}})))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("was chosen for the classes negative, positive");
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThatThrownBy(() -> new ThresholdRule.SensitivityAtLeast(0))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(() -> new ThresholdRule.SensitivityAtLeast(1.2))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(() -> new ThresholdRule.SpecificityAtLeast(Double.NaN))
        .isInstanceOf(UserException.class);
  }

  private static Threshold choose(ThresholdRule rule) {
    return choose(new BinaryCases(SCORES, TRUTH), rule);
  }

  private static Threshold choose(BinaryCases cases, ThresholdRule rule) {
    return Threshold.choose(new ValidationCases(StatsGolden.predictions(cases)), 1, rule);
  }
}
