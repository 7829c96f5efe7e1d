package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;

class DilationTest {
  /**
   * Why a dilated network may use the weights of one that halves; sizes that 32 does not divide.
   */
  @ParameterizedTest
  @CsvSource({"resnet18, 16", "resnet18, 8", "resnet50, 16", "resnet50, 8"})
  void theFeaturesOfTheHalvingNetworkAreAmongThoseOfTheDilatedOne(String key, int step) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      ArchitectureSpec spec = ArchitectureSpec.of(key, 1, 2).withWidth(0.125);
      NDArray input = GoldenNumbers.input(manager, new Shape(1, 1, 100, 161));
      NDArray few = features(spec, input);
      NDArray many = features(spec.withFeatureStep(step), input);

      int every = 32 / step;
      NDArray chosen = many.get(":, :, ::{}, ::{}", every, every);
      assertThat(chosen.getShape()).isEqualTo(few.getShape());
      assertThat(chosen.toFloatArray())
          .containsExactly(few.toFloatArray(), within(1e-5f * few.max().getFloat()));
    }
  }

  private static NDArray features(ArchitectureSpec spec, NDArray input) {
    NDManager manager = input.getManager();
    FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec), manager);
    return network.features(new FrozenParameters(manager), input, false);
  }

  @ParameterizedTest
  @CsvSource({
    "TO_THE_HOLES, 32, 1 1 1, 2 1 1, 2 1 1, 2 1 1",
    "TO_THE_HOLES, 16, 1 1 1, 2 1 1, 2 1 1, 1 1 2",
    "TO_THE_HOLES, 8, 1 1 1, 2 1 1, 1 1 2, 1 2 4",
    "WHOLE_STAGE, 16, 1 1 1, 2 1 1, 2 1 1, 1 2 2",
    "WHOLE_STAGE, 8, 1 1 1, 2 1 1, 1 2 2, 1 4 4"
  })
  void stagesHalveUntilTheStepIsReachedAndThenDilate(
      Dilation rule, int step, String one, String two, String three, String four) {
    assertThat(StagePlan.of(4, step, rule))
        .extracting(plan -> plan.stride() + " " + plan.firstDilation() + " " + plan.dilation())
        .containsExactly(one, two, three, four);
  }
}
