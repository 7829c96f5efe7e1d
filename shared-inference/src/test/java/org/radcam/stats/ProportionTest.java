package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.sameEnds;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void intervalsAreThoseOfStatsmodels() {
    for (JsonObject golden : StatsGolden.python("proportions")) {
      Proportion share = new Proportion((long) number(golden, "hits"), (long) number(golden, "n"));

      sameEnds(share.clopperPearson(), golden.get("clopperPearson"), share.toString());
      sameEnds(share.wilson(), golden.get("wilson"), share.toString());
    }
  }

  @Test
  void intervalsAreThoseOfR() {
    for (JsonObject golden : StatsGolden.r("proportions")) {
      Proportion share = new Proportion((long) number(golden, "hits"), (long) number(golden, "n"));

      sameEnds(share.clopperPearson(), golden.get("clopperPearson"), share.toString());
      sameEnds(share.wilson(), golden.get("wilson"), share.toString());
    }
  }

  @Test
  void intervalsHoldTheShareAndMirrorThatOfTheMisses() {
    for (int hits = 0; hits <= 30; hits++) {
      Proportion share = new Proportion(hits, 30);
      Proportion misses = new Proportion(30 - hits, 30);
      for (boolean exact : new boolean[] {true, false}) {
        Interval interval = exact ? share.clopperPearson() : share.wilson();
        Interval mirrored = exact ? misses.clopperPearson() : misses.wilson();

        assertThat(share.value()).isBetween(interval.low(), interval.high());
        StatsGolden.same(interval.low(), 1 - mirrored.high(), "of " + hits);
      }
    }
  }

  @Test
  void ofNoCasesNothingIsKnownAndMoreHitsThanCasesAreNone() {
    Proportion none = new Proportion(0, 0);

    assertThat(none.defined()).isFalse();
    assertThat(none.value()).isNaN();
    assertThat(none.clopperPearson()).isEqualTo(Interval.UNDEFINED);
    assertThat(none.wilson()).isEqualTo(Interval.UNDEFINED);
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
