package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.engine.TorchEngine;

class HeadTest {
  private static final ArchitectureSpec IMAGES =
      ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125);
  private static final ArchitectureSpec FUSED = IMAGES.withClinical(3);

  private final NDManager manager = TorchEngine.newManager(Device.cpu());
  private final NDArray input = GoldenNumbers.input(manager, new Shape(2, 1, 64, 40));
  private final NDArray clinical = manager.create(new float[][] {{1, -2, 0.5f}, {0, 3, 0}});

  @AfterEach
  void free() {
    manager.close();
  }

  private FeatureNetwork network(ArchitectureSpec spec) {
    return GoldenNumbers.fill(Architectures.create(spec), manager);
  }

  private NDArray logits(FeatureNetwork network, Optional<NDArray> values) {
    return network.apply(new ParameterStore(manager, false), input, values, false);
  }

  @Test
  void theClinicalColumnsComeLastAndEachValueAddsItsOwnTerm() {
    FeatureNetwork network = network(FUSED);
    NDArray weight = network.namedParameters().get("fc.weight").getArray();
    assertThat(weight.getShape()).isEqualTo(new Shape(2, network.featureChannels() + 3));

    NDArray with = logits(network, Optional.of(clinical));
    NDArray without = logits(network, Optional.of(clinical.zerosLike()));

    NDArray columns = weight.get(":, {}:", network.featureChannels());
    assertThat(with.sub(without).toFloatArray())
        .containsExactly(clinical.dot(columns.transpose()).toFloatArray(), within(1e-4f));
  }

  @Test
  void theHeatMapOfAnImageDoesNotDependOnItsClinicalValues() {
    FeatureNetwork network = network(FUSED);
    try (ExplainedForward one = new Cam(network).forward(input, Optional.of(clinical));
        ExplainedForward other =
            new Cam(network).forward(input, Optional.of(clinical.zerosLike()))) {
      assertThat(one.logits(1)).isNotEqualTo(other.logits(1));
      assertThat(one.map(CamMethods.usual(), 1, 0).values())
          .containsExactly(other.map(CamMethods.usual(), 1, 0).values(), within(1e-6f));
    }
  }

  @Test
  void missingClinicalValuesAreRefused() {
    FeatureNetwork network = network(FUSED);
    assertThatThrownBy(() -> logits(network, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The network takes clinical values (2, 3), not no clinical values");
  }

  @Test
  void surplusClinicalValuesAreRefused() {
    FeatureNetwork network = network(IMAGES);
    assertThatThrownBy(() -> logits(network, Optional.of(clinical)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The network takes no clinical values, not clinical values (2, 3)");
  }

  @Test
  void oneRowOfClinicalValuesForTwoImagesIsRefused() {
    FeatureNetwork network = network(FUSED);
    assertThatThrownBy(() -> logits(network, Optional.of(clinical.get("0:1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(2, 3), not clinical values (1, 3)");
  }

  @Test
  void dropoutLeavesClinicalValuesAlone() {
    FeatureNetwork network = network(FUSED.withDropout(0.5));
    NDArray nothing = manager.zeros(new Shape(2, network.featureChannels(), 2, 2));
    ParameterStore parameters = new ParameterStore(manager, false);
    Optional<NDArray> values = Optional.of(clinical);
    assertThat(network.head(parameters, nothing, values, true).toFloatArray())
        .containsExactly(network.head(parameters, nothing, values, false).toFloatArray());
  }
}
