package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.UserException;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;

class ArchitecturesTest {
  private static final ArchitectureSpec TINY =
      ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125);

  @Test
  void anUnknownKeyIsAnsweredWithThoseThatThereAre() {
    assertThatThrownBy(() -> Architectures.create(ArchitectureSpec.of("resnet19", 3, 2)))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "There is no network architecture 'resnet19'; there are: resnet18, resnet34, resnet50,"
                + " resnet101, resnet152, densenet121, resnet3d6, resnet3d10, resnet3d18,"
                + " resnet3d34, resnet3d50.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 1, 0, input channels",
    "3, 0, 1, 0, classes",
    "3, 2, 0, 0, width",
    "3, 2, NaN, 0, width",
    "3, 2, 9, 0, width",
    "3, 2, 1, 1, dropout",
    "3, 2, 1, -0.1, dropout"
  })
  void impossibleNumbersAreRefusedByName(
      int channels, int classes, double width, double dropout, String what) {
    assertThatThrownBy(
            () ->
                ArchitectureSpec.of("resnet18", channels, classes)
                    .withWidth(width)
                    .withDropout(dropout))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(what);
  }

  @Test
  void theSameSeedDrawsTheSameWeightsAndAnotherSeedOthers() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      assertThat(weights(manager, 7)).containsExactly(weights(manager, 7));
      assertThat(weights(manager, 7)).isNotEqualTo(weights(manager, 8));
    }
  }

  private static float[] weights(NDManager manager, long seed) {
    FeatureNetwork network = Architectures.create(TINY);
    network.draw(manager, seed);
    return network.namedParameters().get("fc.weight").getArray().toFloatArray();
  }

  @Test
  void convolutionsAreDrawnWithTheVarianceOfKaimingFanOut() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network =
          Architectures.create(ArchitectureSpec.of("resnet18", 3, 2).withWidth(0.5));
      network.draw(manager, 1);
      float[] drawn =
          network.namedParameters().get("layer4.1.conv2.weight").getArray().toFloatArray();
      double squares = 0;
      for (float value : drawn) {
        squares += value * value;
      }
      // 590 thousand draws: the standard error of the variance is 0.2 percent.
      double expected = 2.0 / (256 * 9);
      assertThat(squares / drawn.length).isCloseTo(expected, within(0.01 * expected));
    }
  }

  @Test
  void aNetworkWithoutWeightsSaysSo() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(TINY);
      assertThatThrownBy(
              () ->
                  network.initialize(
                      manager, ai.djl.ndarray.types.DataType.FLOAT32, new Shape(1, 1, 32, 32)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no weights yet");
    }
  }

  @Test
  void dropoutChangesTheLogitsInTrainingOnly() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(TINY.withDropout(0.5));
      network.draw(manager, 1);
      NDArray features = manager.ones(new Shape(1, network.featureChannels(), 2, 2));
      ParameterStore parameters = new ParameterStore(manager, false);
      float[] first = network.head(parameters, features, false).toFloatArray();
      assertThat(network.head(parameters, features, false).toFloatArray()).containsExactly(first);
      assertThat(network.head(parameters, features, true).toFloatArray()).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "31, 33", "224, 224", "257, 96"})
  void theFeatureShapeIsForetoldForAnySize(int height, int width) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(TINY);
      network.draw(manager, 1);
      NDArray input = manager.ones(new Shape(1, 1, height, width));
      NDArray features = network.features(new FrozenParameters(manager), input, false);
      assertThat(network.featureShape(input.getShape()))
          .isEqualTo(features.getShape())
          .isEqualTo(
              new Shape(1, network.featureChannels(), (height + 31) / 32, (width + 31) / 32));
    }
  }

  @Test
  void aForwardPassLeavesNothingButItsResultBehind() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(TINY);
      network.draw(manager, 1);
      try (NDManager call = manager.newSubManager()) {
        NDArray input = call.ones(new Shape(1, 1, 64, 64));
        network.apply(new ParameterStore(call, false), input, false);
        assertThat(call.getManagedArrays()).hasSize(2);
      }
    }
  }
}
