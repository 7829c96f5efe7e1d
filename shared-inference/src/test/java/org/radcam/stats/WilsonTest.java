package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  /** Newcombe 1998 (Stat Med 17:857), table I, method 3: 81/263 and 0/20. */
  @Test
  void agreesWithPublishedIntervals() {
    Interval some = new Proportion(81, 263).wilson();
    assertThat(some.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(some.high()).isCloseTo(0.3662, within(5e-5));
    Interval none = new Proportion(0, 20).wilson();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void allHitsEndAtOne() {
    assertThat(new Proportion(7, 7).wilson().high()).isEqualTo(1);
  }
}
