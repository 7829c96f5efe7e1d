package org.radcam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;

class DeviceChoiceTest {
  @ParameterizedTest
  @CsvSource({"auto, auto", "'', auto", " CPU , cpu", "cuda, cuda:0", "CUDA:3, cuda:3"})
  void choicesAreReadAsTyped(String typed, String meant) {
    assertThat(DeviceChoice.parse(typed)).hasToString(meant);
    assertThat(DeviceChoice.parse(meant)).isEqualTo(DeviceChoice.parse(typed));
  }

  @Test
  void nothingAtAllMeansAuto() {
    assertThat(DeviceChoice.parse(null)).isEqualTo(DeviceChoice.AUTO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu0", "cuda:", "cuda:-1", "cuda:9999", "cuda:1:2", "cpu 0"})
  void anythingElseIsAnsweredWithTheChoices(String typed) {
    assertThatThrownBy(() -> DeviceChoice.parse(typed))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'" + typed + "'")
        .hasMessageContaining("auto, cpu, cuda, or cuda:N");
  }
}
