package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
            "There is no network architecture 'resnet19'; there are: resnet6, resnet8, resnet10,"
                + " resnet18, resnet34, resnet50, resnet101, resnet152, densenet121, resnet3d6, resnet3d10, resnet3d18,"
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

  @ParameterizedTest
  @CsvSource({
    "densenet121, CHANNEL_SPATIAL, B, 0, attention",
    "densenet121, NONE, A, 0, shortcut A",
    "densenet121, NONE, B, 8, feature step of 8; its own is 32",
    "resnet3d6, NONE, B, 16, feature step of 16; its own is 8",
    "resnet3d6, NONE, B, 32, feature step of 32; its own is 8"
  })
  void whatAnArchitectureCannotHaveIsRefusedAndNamed(
      String key, Attention attention, Shortcut shortcut, int step, String what) {
    ArchitectureSpec spec =
        ArchitectureSpec.of(key, 1, 2)
            .withAttention(attention)
            .withShortcut(shortcut)
            .withFeatureStep(step);
    assertThatThrownBy(() -> Architectures.create(spec))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The architecture " + key)
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({"densenet121, 32", "resnet3d6, 8", "resnet101, 32"})
  void theOwnFeatureStepMayBeAskedForByName(String key, int step) {
    ArchitectureSpec spec = ArchitectureSpec.of(key, 1, 2).withWidth(0.0625);
    assertThat(Architectures.create(spec.withFeatureStep(step)).featureGrid())
        .isEqualTo(Architectures.create(spec).featureGrid());
    assertThat(Architectures.get(key).featureStep()).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "resnet18, 1 1 8 64 64, (N, C, H, W) with C = 1",
    "resnet3d10, 1 1 64 64, (N, C, D, H, W) with C = 1",
    "resnet18, 1 3 64 64, (1, 3, 64, 64)",
    "densenet121, 1 1 28 64, halves"
  })
  void anInputOfTheWrongShapeIsRefused(String key, String sizes, String what) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network =
          Architectures.create(ArchitectureSpec.of(key, 1, 2).withWidth(0.0625));
      network.draw(manager, 1);
      long[] shape = Arrays.stream(sizes.split(" ")).mapToLong(Long::parseLong).toArray();
      NDArray input = manager.ones(new Shape(shape));
      assertThatThrownBy(() -> network.features(new FrozenParameters(manager), input, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(what);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // torchvision's DenseNet: 2 / fan-in; MedicalNet and timm: 2 / fan-out.
    "densenet121, NONE, features.denseblock1.denselayer1.conv1.weight, 64",
    "resnet3d10, NONE, layer1.0.conv1.weight, 1728",
    "resnet18, SQUEEZE_EXCITATION, layer4.0.se.fc1.weight, 32"
  })
  void weightsAreDrawnWithTheVarianceOfTheirReference(
      String key, Attention attention, String name, double fan) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network =
          Architectures.create(ArchitectureSpec.of(key, 1, 2).withAttention(attention));
      network.draw(manager, 1);
      NDArray drawn = network.namedParameters().get(name).getArray();
      // At least 8 thousand draws: the standard error of the variance is 1.6 percent.
      assertThat(drawn.square().mean().getFloat() * fan / 2).isCloseTo(1.0, within(0.06));
    }
  }

  @Test
  void attentionToPlacesBeginsTheSameForAllOfThem() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(TINY.withAttention(Attention.CHANNEL_SPATIAL));
      network.draw(manager, 1);
      var parameters = network.namedParameters();
      String gate = "layer1.0.cbam.SpatialGate.spatial.bn.";
      assertThat(parameters.get(gate + "weight").getArray().toFloatArray()).containsExactly(0);
      assertThat(parameters.get(gate + "running_var").getArray().toFloatArray()).containsExactly(1);
      assertThat(parameters.get("layer1.0.cbam.ChannelGate.mlp.3.bias").getArray().toFloatArray())
          .containsOnly(0);
    }
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

  @ParameterizedTest
  @MethodSource("org.radcam.network.TrainableTest#everyNetwork")
  void aForwardPassLeavesNothingButItsResultBehind(ArchitectureSpec spec) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(spec);
      network.draw(manager, 1);
      try (NDManager call = manager.newSubManager()) {
        boolean flat = Architectures.get(spec.key()).spatialAxes() == 2;
        NDArray input = call.ones(flat ? new Shape(1, 1, 64, 64) : new Shape(1, 1, 16, 24, 32));
        NDArray clinical = call.ones(new Shape(1, spec.clinical()));
        network.apply(new ParameterStore(call, false), input, Optional.of(clinical), false);
        assertThat(call.getManagedArrays()).hasSize(3);
      }
    }
  }

  @Test
  void everyNetworkKnowsWhetherItSeesImagesOrVolumes() {
    for (Architecture architecture : Architectures.all()) {
      FeatureNetwork network =
          architecture.create(ArchitectureSpec.of(architecture.key(), 1, 2).withWidth(0.125));
      assertThat(network.spatialAxes())
          .as(architecture.key())
          .isEqualTo(architecture.spatialAxes());
    }
  }
}
