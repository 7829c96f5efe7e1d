package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;
import org.radcam.network.layer.ParameterValues;

class TrainableTest {
  private static final int CASES = 4;

  /** Every architecture with every option that it can have, and clinical values. */
  static Stream<ArchitectureSpec> everyNetwork() {
    return Architectures.all().stream()
        .map(architecture -> ArchitectureSpec.of(architecture.key(), 1, 2))
        .map(spec -> spec.withWidth(0.03125).withClinical(3))
        .flatMap(
            spec ->
                Arrays.stream(Attention.values())
                    .map(spec::withAttention)
                    .flatMap(each -> Arrays.stream(Shortcut.values()).map(each::withShortcut)))
        .filter(
            spec ->
                !spec.key().equals("densenet121")
                    || (spec.attention() == Attention.NONE && spec.shortcut() == Shortcut.B));
  }

  @ParameterizedTest
  @MethodSource("everyNetwork")
  void oneStepReachesEveryParameterAndEveryStatistic(ArchitectureSpec spec) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec), manager);
      keepHiddenUnitsAlive(network, manager);
      Map<String, float[]> before = statistics(network);

      float first = step(network, manager);

      network
          .namedParameters()
          .forEach(
              (name, parameter) -> {
                if (parameter.requiresGradient()) {
                  float largest = parameter.getArray().getGradient().abs().max().getFloat();
                  assertThat(largest).as("gradient of " + name).isFinite().isPositive();
                }
              });
      statistics(network)
          .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(before.get(name)));

      FeatureNetwork again = GoldenNumbers.fill(Architectures.create(spec), manager);
      keepHiddenUnitsAlive(again, manager);
      assertThat(loss(again, manager).getFloat()).as("the same again").isEqualTo(first);
    }
  }

  /**
   * The hidden layer of an attention as narrow as here may be a single unit, which the drawn
   * weights may switch off for every case; then nothing is learnt through it, and rightly so.
   */
  private static void keepHiddenUnitsAlive(FeatureNetwork network, NDManager manager) {
    network
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              if (name.endsWith("mlp.1.bias") || name.endsWith("se.fc1.bias")) {
                float[] values = new float[(int) parameter.getShape().size()];
                Arrays.fill(values, 2);
                ParameterValues.set(parameter, manager, values);
              }
            });
  }

  private static Map<String, float[]> statistics(FeatureNetwork network) {
    Map<String, float[]> statistics = new TreeMap<>();
    network
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              if (!parameter.requiresGradient()) {
                statistics.put(name, parameter.getArray().toFloatArray());
              }
            });
    return statistics;
  }

  private static float step(FeatureNetwork network, NDManager manager) {
    try (GradientCollector collector = Gradients.collect()) {
      NDArray loss = loss(network, manager);
      collector.backward(loss);
      return loss.getFloat();
    }
  }

  /** The sum of squares of the logits while training. */
  private static NDArray loss(FeatureNetwork network, NDManager manager) {
    boolean flat = Architectures.get(network.spec().key()).spatialAxes() == 2;
    Shape shape = flat ? new Shape(CASES, 1, 64, 40) : new Shape(CASES, 1, 24, 40, 33);
    NDArray input = GoldenNumbers.input(manager, shape);
    NDArray clinical =
        manager.create(GoldenNumbers.uniform("clinical", 3 * CASES, -1, 1), new Shape(CASES, 3));
    return network
        .apply(new ParameterStore(manager, false), input, Optional.of(clinical), true)
        .square()
        .sum();
  }

  @ParameterizedTest
  @MethodSource("everyNetwork")
  void everyParameterIsDrawnTheSameForTheSameSeed(ArchitectureSpec spec) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = Architectures.create(spec);
      FeatureNetwork twin = Architectures.create(spec);
      network.draw(manager, 5);
      twin.draw(manager, 5);
      Map<String, Parameter> twins = twin.namedParameters();
      network
          .namedParameters()
          .forEach(
              (name, parameter) ->
                  assertThat(parameter.getArray()).as(name).isEqualTo(twins.get(name).getArray()));
    }
  }
}
