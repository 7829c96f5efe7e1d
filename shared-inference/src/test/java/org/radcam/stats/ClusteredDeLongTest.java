package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.radcam.stats.StatsGolden.integers;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class ClusteredDeLongTest {
  private static final JsonObject RANDOM = StatsGolden.named(StatsGolden.binary(), "random");

  /** Golden values: Obuchowski's sums written out with NumPy, pair by pair. */
  @Test
  void variancesAreThoseOfTheDefinition() {
    int compared = 0;
    for (JsonObject golden : StatsGolden.binary()) {
      if (golden.has("clustered")) {
        JsonObject expected = golden.getAsJsonObject("clustered");
        List<String> patients = patients(expected);
        BinaryCases a = StatsGolden.cases(golden, "a");

        Interval area = DeLong.interval(a, patients);
        AreaComparison test = DeLongTest.paired(a, StatsGolden.cases(golden, "b"), patients);

        double error = Math.sqrt(number(expected, "variance"));
        same(area.low(), Math.max(0, area.estimate() - Normal.QUANTILE_975 * error), name(golden));
        same(
            test.z(),
            (test.first() - test.second()) / Math.sqrt(number(expected, "difference")),
            name(golden));
        same(test.p(), Normal.twoSided(test.z()), name(golden));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3);
  }

  @Test
  void whereEveryCaseIsAPatientItIsDeLongs() {
    BinaryCases a = StatsGolden.cases(RANDOM, "a");
    BinaryCases b = StatsGolden.cases(RANDOM, "b");
    List<String> patients = StatsGolden.patients(a.size());

    same(DeLong.interval(a, patients).low(), DeLong.interval(a).low(), "low");
    same(DeLongTest.paired(a, b, patients).p(), DeLongTest.paired(a, b).p(), "p");
  }

  @Test
  void tenCopiesOfEveryCaseTellNothingMore() {
    BinaryCases a = StatsGolden.cases(RANDOM, "a");
    BinaryCases b = StatsGolden.cases(RANDOM, "b");
    String[] patients = new String[10 * a.size()];
    Arrays.setAll(patients, n -> "p" + n / 10);

    AreaComparison test = DeLongTest.paired(tenfold(a), tenfold(b), List.of(patients));

    same(test.p(), DeLongTest.paired(a, b).p(), "p");
    assertThat(DeLongTest.paired(tenfold(a), tenfold(b)).p()).isLessThan(0.01 * test.p());
  }

  @Test
  void itIsAsWideAsTheBootstrapOfPatients() {
    BinaryCases a = StatsGolden.cases(RANDOM, "a");
    List<String> patients = patients(RANDOM.getAsJsonObject("clustered"));

    Interval drawn = new ClusteredBootstrap(patients, 4000, 1).interval(new Auc(a)::value);

    Interval area = DeLong.interval(a, patients);
    assertThat(drawn.low()).isCloseTo(area.low(), within(0.02));
    assertThat(drawn.high()).isCloseTo(area.high(), within(0.02));
  }

  @Test
  void modelsThatOrderAllCasesAlikeDoNotDiffer() {
    BinaryCases a = StatsGolden.cases(RANDOM, "a");

    assertThat(DeLongTest.paired(a, a, StatsGolden.patients(a.size())).p()).isEqualTo(1);
  }

  @Test
  void onePatientWithAllPositiveCasesIsRefused() {
    BinaryCases cases =
        new BinaryCases(new double[] {4, 3, 2, 1}, new boolean[] {true, true, false, false});

    assertThatThrownBy(() -> DeLong.interval(cases, List.of("a", "a", "b", "c")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there are 1 and 2");
  }

  private static List<String> patients(JsonObject golden) {
    return Arrays.stream(integers(golden.get("patients"))).mapToObj(n -> "p" + n).toList();
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
}
