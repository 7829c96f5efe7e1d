package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.radcam.stats.Interval;

class WilsonTest {
  /** Newcombe 1998 (Stat Med 17:857), table I, method 3: 81/263 and 0/20. */
  @Test
  void agreesWithPublishedIntervals() {
    Interval some = Wilson.interval(81, 263);
    assertThat(some.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(some.high()).isCloseTo(0.3662, within(5e-5));
    Interval none = Wilson.interval(0, 20);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void allHitsEndAtOne() {
    assertThat(Wilson.interval(7, 7).high()).isEqualTo(1);
  }
}
