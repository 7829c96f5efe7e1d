package org.radcam.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcam.stats.StatsGolden.integers;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.radcam.stats.StatsGolden;

class McNemarTest {
  @Test
  void pValuesAreThoseOfStatsmodels() {
    for (JsonObject golden : StatsGolden.python("mcNemar")) {
      McNemar test = of(golden);

      same(test.exactP(), number(golden, "exact"), "exact " + test);
      same(test.chiSquareP(), number(golden, "corrected"), "corrected " + test);
    }
  }

  @Test
  void statisticsAndPValuesAreThoseOfR() {
    for (JsonObject golden : StatsGolden.r("mcNemar")) {
      McNemar test = of(golden);

      same(test.chiSquare(), number(golden, "statistic"), "statistic " + test);
      same(test.chiSquareP(), number(golden, "p"), "p " + test);
      same(test.exactP(), number(golden, "exact"), "exact " + test);
    }
  }

  @Test
  void onlyCasesThatOneAloneAnswersRightlyCount() {
    boolean[] first = {true, true, false, false, true, false};
    boolean[] second = {true, false, true, false, false, false};

    assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(2, 1));
  }

  private static McNemar of(JsonObject golden) {
    int[] pair = integers(golden.get("pair"));
    return new McNemar(pair[0], pair[1]);
  }
}
