package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;

class FoldingTest {
  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "resnet50"})
  void aFoldedNetworkGivesTheSameFeatures(String key) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      ArchitectureSpec spec = ArchitectureSpec.of(key, 3, 2).withWidth(0.25);
      FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec), manager);
      NDArray input = GoldenNumbers.input(manager, new Shape(1, 3, 64, 48));
      FrozenParameters parameters = new FrozenParameters(manager);
      float[] before = network.features(parameters, input, false).toFloatArray();

      network.foldBatchNorms();
      float[] after = network.features(parameters, input, false).toFloatArray();

      float largest = 0;
      for (float value : before) {
        largest = Math.max(largest, value);
      }
      assertThat(after).containsExactly(before, within(1e-5f * largest));
      assertThat(network.isFolded()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFoldedNetworkRefusesTrainingAndFoldingAgainIsHarmless(int times) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network =
          Architectures.create(ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125));
      network.draw(manager, 1);
      for (int i = 0; i < times; i++) {
        network.foldBatchNorms();
      }
      NDList input = new NDList(manager.ones(new Shape(2, 1, 32, 32)));

      assertThat(network.forward(new ParameterStore(manager, false), input, false).getShapes())
          .containsExactly(new Shape(2, 2));
      assertThatThrownBy(
              () ->
                  network.features(
                      new ParameterStore(manager, false), input.singletonOrThrow(), true))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("inference only");
    }
  }
}
