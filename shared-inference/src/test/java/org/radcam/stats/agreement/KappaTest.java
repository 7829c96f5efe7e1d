package org.radcam.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.integers;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.rows;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.Interval;
import org.radcam.stats.Normal;
import org.radcam.stats.StatsGolden;
import org.radcam.stats.confusion.ConfusionMatrix;

class KappaTest {
  @Test
  void cohensKappaIsThatOfScikitLearnAndItsIntervalThatOfStatsmodels() {
    for (JsonObject golden : StatsGolden.python("kappas")) {
      ConfusionMatrix table = table(golden);
      for (KappaWeights weights : KappaWeights.values()) {
        double[] expected = numbers(golden.get(weights.name()));

        Interval kappa = CohenKappa.interval(table, weights);

        same(kappa.estimate(), expected[0], weights.name());
        same(kappa.low(), Math.max(-1, expected[1]), weights.name());
        same(kappa.high(), Math.min(1, expected[2]), weights.name());
      }
    }
  }

  @Test
  void fleissKappaIsThatOfStatsmodelsAndItsErrorThatOfIrrCac() {
    for (JsonObject golden : StatsGolden.python("kappas")) {
      int[][] readings =
          golden.getAsJsonArray("readings").asList().stream()
              .map(StatsGolden::integers)
              .toArray(int[][]::new);

      Interval kappa = FleissKappa.interval(readings, golden.get("classes").getAsInt());

      same(kappa.estimate(), number(golden, "fleiss"), "kappa");
      double error = (kappa.high() - kappa.low()) / (2 * Normal.QUANTILE_975);
      same(error, number(golden.getAsJsonObject("gwet"), "se"), "standard error");
    }
  }

  @Test
  void readersWhoAlwaysAgreeHaveAKappaOfOne() {
    ConfusionMatrix table = new ConfusionMatrix(List.of("a", "b"), new long[][] {{5, 0}, {0, 7}});

    assertThat(CohenKappa.interval(table, KappaWeights.NONE)).isEqualTo(new Interval(1, 1, 1));
    Interval fleiss = FleissKappa.interval(new int[][] {{0, 0, 0}, {1, 1, 1}}, 2);
    same(fleiss.estimate(), 1, "kappa");
    same(fleiss.low(), 1, "low");
  }

  @Test
  void whereChanceLeavesNothingToAgreeOnThereIsNoKappa() {
    ConfusionMatrix table = new ConfusionMatrix(List.of("a", "b"), new long[][] {{9, 0}, {0, 0}});

    ConfusionMatrix single = new ConfusionMatrix(List.of("a"), new long[][] {{9}});

    for (KappaWeights weights : KappaWeights.values()) {
      for (ConfusionMatrix each : List.of(table, single)) {
        assertThatThrownBy(() -> CohenKappa.interval(each, weights))
            .isInstanceOf(UserException.class)
            .hasMessageContaining("all 9 cases the same class");
      }
    }
    assertThatThrownBy(() -> FleissKappa.interval(new int[][] {{1, 1}, {1, 1}}, 2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("all readings are of one class");
  }

  @Test
  void aReadingThatIsMissingIsRefusedWithItsCase() {
    assertThatThrownBy(() -> FleissKappa.interval(new int[][] {{1, 0}, {1}}, 2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("case 2 has 1 of 2");
  }

  private static ConfusionMatrix table(JsonObject golden) {
    JsonElement table = golden.get("table");
    long[][] counts = new long[rows(table).length][];
    for (int i = 0; i < counts.length; i++) {
      int[] row = integers(table.getAsJsonArray().get(i));
      counts[i] = new long[row.length];
      for (int j = 0; j < row.length; j++) {
        counts[i][j] = row[j];
      }
    }
    return new ConfusionMatrix(StatsGolden.names(counts.length), counts);
  }
}
