package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.TestCards;
import org.radcam.network.StagedNetwork;

class TestCasesTest {
  private static List<TestCases.Input> noise(ModelCard card) {
    return LongStream.rangeClosed(1, 4).mapToObj(n -> TestCases.noise(card, n)).toList();
  }

  /** Fresh weights answer next to nothing, and the validator wants something. */
  @Test
  void aTellingInputHasOneCaseForEachLogitAndALogitWellAboveZero() {
    for (ModelCard card :
        List.of(
            TestCards.definition().build(),
            TestCards.fusion().build(),
            TestCards.cascade().build())) {
      try (NDManager manager = manager()) {
        StagedNetwork network = card.createNetworks();
        network.draw(manager, 7);
        TestCases.Input input = TestCases.telling(network, noise(card));
        NpyArray logits =
            RawForward.logits(
                network,
                TorchEngine.device(DeviceChoice.CPU).device(),
                input.images(),
                input.clinical());
        int count = card.logitNames().size();
        assertThat(logits.shape()).containsExactly(count, count);
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits.values()) {
          largest = Math.max(largest, logit);
        }
        assertThat(largest).as(card.id()).isGreaterThan(0.1);
      }
    }
  }

  @Test
  void preparedImagesStandWhereTheirNetworksLookForThem() {
    ModelCard card = TestCards.cascade().build();
    int voxels = card.inputSize().voxels();
    List<float[]> images =
        List.of(filled(voxels, 1), filled(voxels, 2), filled(voxels, 4)); // CE-T1WI, T1WI, DWI
    TestCases.Input input = TestCases.input(card, images, new float[0]);
    assertThat(input.images().shape()).containsExactly(1, 4, 8, 12, 16);
    assertThat(input.clinical()).isEqualTo(Optional.empty());
    // T1WI for the first network, CE-T1WI and DWI for the second, their mean for the third.
    float[] values = input.images().values();
    assertThat(
            new float[] {
              values[0],
              values[voxels],
              values[2 * voxels],
              values[3 * voxels],
              values[4 * voxels - 1]
            })
        .containsExactly(2, 1, 4, 2.5f, 2.5f);
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  private static NDManager manager() {
    return TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
  }
}
