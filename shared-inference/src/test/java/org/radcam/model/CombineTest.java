package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombineTest {
  private static final float[] A = {1, 2, 3};
  private static final float[] B = {4, 6, -3};

  @Test
  void channelsStandOneAfterTheOther() {
    assertThat(Combine.CHANNELS.assemble(List.of(A, B), 2)).containsExactly(1, 2, 3, 4, 6, -3);
  }

  @Test
  void aSingleImageIsEveryChannel() {
    assertThat(Combine.CHANNELS.assemble(List.of(A), 3)).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
  }

  @Test
  void theMeanIsEveryChannel() {
    assertThat(Combine.MEAN.assemble(List.of(A, B), 2)).containsExactly(2.5f, 4, 0, 2.5f, 4, 0);
  }

  @Test
  void theMeanOfLargeValuesDoesNotOverflow() {
    float[] large = {Float.MAX_VALUE};
    assertThat(Combine.MEAN.assemble(List.of(large, large), 1)).containsExactly(Float.MAX_VALUE);
  }

  @Test
  void otherNumbersOfImagesThanChannelsAreRefused() {
    assertThatThrownBy(() -> Combine.CHANNELS.assemble(List.of(A, B), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 images for 3 channels");
  }

  @Test
  void theImagesAreLeftAsTheyAre() {
    float[] values = Combine.CHANNELS.assemble(List.of(A), 1);
    values[0] = 9;
    assertThat(A[0]).isEqualTo(1);
  }
}
