package org.radcam.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqueezeExcitationTest {
  /** By timm 1.0.31: make_divisible(channels / 16, 8, round_limit=0.0). */
  @ParameterizedTest
  @CsvSource({
    "1, 8",
    "16, 8",
    "64, 8",
    "191, 8",
    "192, 16",
    "256, 16",
    "319, 16",
    "320, 24",
    "512, 32",
    "2048, 128"
  })
  void theHiddenChannelsAreThoseOfTimm(int channels, int hidden) {
    assertThat(SqueezeExcitation.hidden(channels)).isEqualTo(hidden);
  }
}
