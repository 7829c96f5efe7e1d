package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;

/** One step of stochastic gradient descent beside PyTorch's; see make_golden.py. */
class TrainingGoldenTest {
  /** Relative to each tensor's length; gradients through batch statistics lose some digits. */
  private static final double TOLERANCE = 1e-3;

  private static final JsonObject GOLDEN = GoldenNumbers.read("training");

  @Test
  void lossGradientsStatisticsAndTheNextLossAreThoseOfPyTorch() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network =
          GoldenNumbers.fill(
              Architectures.create(ArchitectureSpec.of("resnet18", 1, 3).withWidth(0.25)), manager);
      NDArray input =
          GoldenNumbers.input(manager, GoldenNumbers.shape(GOLDEN.getAsJsonArray("input")));
      NDArray labels = manager.create(new long[] {0, 2, 1, 2});

      assertThat(step(network, manager, input, labels))
          .isCloseTo(GOLDEN.get("loss").getAsFloat(), within(1e-4f));

      Map<String, Parameter> parameters = network.namedParameters();
      GOLDEN
          .getAsJsonObject("gradients")
          .entrySet()
          .forEach(
              entry -> {
                NDArray gradient = parameters.get(entry.getKey()).getArray().getGradient();
                assertSummary(entry.getKey(), gradient, entry.getValue().getAsJsonArray());
              });
      descend(parameters, GOLDEN.get("learningRate").getAsFloat());
      GOLDEN
          .getAsJsonObject("after")
          .entrySet()
          .forEach(
              entry -> {
                NDArray value = parameters.get(entry.getKey()).getArray();
                assertSummary(entry.getKey(), value, entry.getValue().getAsJsonArray());
              });
      assertThat(step(network, manager, input, labels))
          .isCloseTo(GOLDEN.get("secondLoss").getAsFloat(), within(1e-4f));
    }
  }

  private static float step(
      FeatureNetwork network, NDManager manager, NDArray input, NDArray labels) {
    try (GradientCollector collector = Gradients.collect()) {
      NDArray logits =
          network
              .forward(new ParameterStore(manager, false), new NDList(input), true)
              .singletonOrThrow();
      NDArray loss =
          Loss.softmaxCrossEntropyLoss().evaluate(new NDList(labels), new NDList(logits));
      collector.backward(loss);
      return loss.getFloat();
    }
  }

  private static void descend(Map<String, Parameter> parameters, float rate) {
    for (Parameter parameter : parameters.values()) {
      if (parameter.requiresGradient()) {
        NDArray value = parameter.getArray();
        value.subi(value.getGradient().mul(rate));
      }
    }
  }

  private static void assertSummary(String name, NDArray value, JsonArray golden) {
    double[] ours = GoldenNumbers.summary(name, value.toFloatArray());
    double length = golden.get(0).getAsDouble();
    assertThat(ours[0]).as("length of " + name).isCloseTo(length, within(TOLERANCE * length));
    assertThat(ours[1])
        .as("projection of " + name)
        .isCloseTo(golden.get(1).getAsDouble(), within(TOLERANCE * length));
  }
}
