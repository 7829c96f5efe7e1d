package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.cases;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.same;
import static org.radcam.stats.StatsGolden.sameEnds;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class DeLongTestTest {
  @Test
  void intervalsAreThoseOfPRoc() {
    for (JsonObject golden : StatsGolden.r("binary")) {
      Interval interval = DeLong.interval(model(name(golden), "a"));

      same(interval.estimate(), number(golden, "auc"), name(golden));
      sameEnds(interval, golden.get("interval"), name(golden));
    }
  }

  @Test
  void pairedTestsAreThoseOfPRoc() {
    for (JsonObject golden : StatsGolden.r("binary")) {
      JsonObject expected = golden.getAsJsonObject("paired");

      AreaComparison test = DeLongTest.paired(model(name(golden), "a"), model(name(golden), "b"));

      same(test.z(), number(expected, "statistic"), name(golden));
      same(test.p(), number(expected, "p"), name(golden));
      sameEnds(test.difference(), expected.get("interval"), name(golden));
      same(test.first() - test.second(), test.difference().estimate(), name(golden));
    }
  }

  @Test
  void unpairedTestsAreThoseOfPRoc() {
    for (JsonObject golden : StatsGolden.r("unpaired")) {
      String first = golden.get("first").getAsString();
      String second = golden.get("second").getAsString();

      AreaComparison test = DeLongTest.unpaired(model(first, "a"), model(second, "a"));

      same(test.z(), number(golden, "statistic"), first + second);
      same(test.degreesOfFreedom(), number(golden, "df"), first + second);
      same(test.p(), number(golden, "p"), first + second);
    }
  }

  @Test
  void theOtherWayRoundOnlyTheSignChanges() {
    AreaComparison forth = DeLongTest.paired(model("tied", "a"), model("tied", "b"));
    AreaComparison back = DeLongTest.paired(model("tied", "b"), model("tied", "a"));

    assertThat(back.z()).isEqualTo(-forth.z());
    assertThat(back.p()).isEqualTo(forth.p());
  }

  @Test
  void modelsThatOrderAllCasesAlikeDoNotDiffer() {
    BinaryCases one = model("tied", "a");
    double[] squares = one.scores().clone();
    for (int n = 0; n < squares.length; n++) {
      squares[n] = squares[n] * squares[n];
    }

    AreaComparison test = DeLongTest.paired(one, new BinaryCases(squares, one.positive()));

    assertThat(test.z()).isZero();
    assertThat(test.p()).isEqualTo(1);
    assertThat(test.difference()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void tooFewCasesOfAClassAreRefusedWithTheirNumbers() {
    BinaryCases one = new BinaryCases(new double[] {1, 2, 3}, new boolean[] {true, false, false});

    assertThatThrownBy(() -> DeLongTest.paired(one, one))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "DeLong's test needs at least 2 positive and 2 negative cases; there are 1 positive and"
                + " 2 negative ones");
    assertThatThrownBy(() -> DeLongTest.unpaired(model("random", "a"), one))
        .isInstanceOf(UserException.class);
    assertThat(DeLong.interval(one)).isEqualTo(Interval.UNDEFINED);
  }

  @Test
  void differentCasesAreRefused() {
    BinaryCases one = model("tied", "a");
    boolean[] others = one.positive().clone();
    others[3] = !others[3];

    assertThatThrownBy(() -> DeLongTest.paired(one, new BinaryCases(one.scores(), others)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the same cases");
  }

  @Test
  void aDifferenceThatNeverVariesIsNotCalledCertain() {
    boolean[] truth = {true, true, false, false};
    BinaryCases perfect = new BinaryCases(new double[] {3, 4, 1, 2}, truth);
    BinaryCases knowsNothing = new BinaryCases(new double[] {1, 1, 1, 1}, truth);

    assertThatThrownBy(() -> DeLongTest.paired(perfect, knowsNothing))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("neither varies");
    assertThat(DeLongTest.paired(perfect, perfect).p()).isEqualTo(1);
    assertThat(DeLongTest.unpaired(perfect, perfect).p()).isEqualTo(1);
  }

  private static BinaryCases model(String name, String model) {
    return cases(StatsGolden.named(StatsGolden.binary(), name), model);
  }
}
