package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionLabelTest {
  @Test
  void aWholeNumberIsANumberAndAnythingElseAName() {
    assertThat(RegionLabel.parse(" 12 ")).isEqualTo(RegionLabel.of(12));
    assertThat(RegionLabel.parse("-3")).isEqualTo(RegionLabel.of(-3));
    assertThat(RegionLabel.parse(" Tumour 2 ").name()).isEqualTo("Tumour 2");
    // More digits than any region's number has.
    assertThat(RegionLabel.parse("12345678901").name()).isEqualTo("12345678901");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "all", "ALL"})
  void nothingAndAllAreTheWholeFile(String written) {
    assertThat(RegionLabel.parse(written)).isEqualTo(RegionLabel.ALL);
    assertThat(RegionLabel.parse(written).isAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "7", "GTV left"})
  void whatIsWrittenIsReadAgain(String written) {
    assertThat(RegionLabel.parse(written)).hasToString(written);
  }

  @Test
  void aRegionIsNotNamedAndNumberedAtOnce() {
    assertThatThrownBy(() -> new RegionLabel(OptionalInt.of(1), "tumour"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
