package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Schedule schedule = new Schedule(10, 32, 0.01, 2);

  @Test
  void risesOverTheWarmUpAndFallsAlongHalfACosine() {
    assertThat(schedule.learningRate(0, 5)).isCloseTo(0.01 / 11, within(1e-12));
    assertThat(schedule.learningRate(9, 5)).isCloseTo(0.01 * 10 / 11, within(1e-12));
    assertThat(schedule.learningRate(10, 5)).isCloseTo(0.01, within(1e-12));
    // Half way from step 10 to step 50 the cosine is at half height.
    assertThat(schedule.learningRate(30, 5)).isCloseTo(0.005, within(1e-12));
    assertThat(schedule.learningRate(49, 5)).isBetween(0.0, 2e-5);
  }

  @Test
  void aPassIsCutIntoBatchesOfNearlyEqualSizeAndAtLeastTwoCases() {
    assertThat(schedule.batches(566)).isEqualTo(18);
    assertThat(schedule.batches(3)).isEqualTo(1);
    assertThat(new Schedule(1, 2, 0.1, 0).batches(5)).isEqualTo(2);
  }
}
