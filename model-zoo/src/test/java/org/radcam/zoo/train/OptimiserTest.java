package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;
import org.radcam.network.layer.Linear;
import org.radcam.network.layer.ParameterValues;
import org.radcam.network.weights.Tensor;

/**
 * Golden values: PyTorch 2.7.1, three steps of {@code torch.optim.AdamW} and {@code SGD} (learning
 * rate 0.1; weight decay 0.05 on the weight only; SGD with momentum 0.9) on {@code -(T *
 * log_softmax(x W' + b)).sum() / 2} with the numbers below.
 */
class OptimiserTest {
  private static final float[] WEIGHT = {0.5f, -0.3f, 0.2f, -0.1f, 0.4f, 0.7f};
  private static final float[] BIAS = {0.1f, -0.2f};
  private static final float[] INPUT = {1, 2, -1, 0.5f, -1, 3};
  private static final float[] TARGETS = {0.95f, 0.05f, 0.1f, 1.9f};

  @Test
  void adamWithDecoupledDecayAgreesWithPyTorch() {
    Linear trained = train(new OptimiserSettings(OptimiserSettings.Kind.ADAMW, 0.05, 0), false);

    assertThat(values(trained, "weight"))
        .containsExactly(
            new float[] {
              0.78506136f, -0.013645992f, -0.079393245f, -0.3910314f, 0.11215347f, 0.96596056f
            },
            within(1e-5f));
    assertThat(values(trained, "bias"))
        .containsExactly(new float[] {-0.14466709f, 0.044667058f}, within(1e-5f));
  }

  @Test
  void gradientDescentWithMomentumAgreesWithPyTorch() {
    Linear trained = train(new OptimiserSettings(OptimiserSettings.Kind.SGD, 0.05, 0.9), false);

    assertThat(values(trained, "weight"))
        .containsExactly(
            new float[] {
              0.5115787f, 0.042641904f, -0.3266867f, -0.12275075f, 0.054565076f, 1.2015495f
            },
            within(1e-5f));
    assertThat(values(trained, "bias"))
        .containsExactly(new float[] {0.054407917f, -0.15440795f}, within(1e-5f));
  }

  @Test
  void itsMemoryCanBeTakenOutAndPutBackBetweenSteps() {
    OptimiserSettings settings = new OptimiserSettings(OptimiserSettings.Kind.ADAMW, 0.05, 0);

    assertThat(values(train(settings, true), "weight"))
        .containsExactly(values(train(settings, false), "weight"));
  }

  private static Linear train(OptimiserSettings settings, boolean interrupted) {
    NDManager manager = TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
    Linear layer = new Linear(3, 2);
    ParameterValues.set(layer.namedParameters().get("weight"), manager, WEIGHT);
    ParameterValues.set(layer.namedParameters().get("bias"), manager, BIAS);
    Optimiser optimiser = new Optimiser(settings, layer, manager);
    for (int step = 0; step < 3; step++) {
      if (interrupted) {
        Map<String, Tensor> memory = optimiser.memory();
        optimiser = new Optimiser(settings, layer, manager);
        optimiser.restore(memory);
      }
      try (NDManager scope = manager.newSubManager();
          GradientCollector collector = Gradients.collect()) {
        NDArray logits =
            layer.apply(
                new ParameterStore(scope, false), scope.create(INPUT, new Shape(2, 3)), true);
        NDArray targets = scope.create(TARGETS, new Shape(2, 2));
        collector.backward(logits.logSoftmax(1).mul(targets).sum().div(-2));
      }
      optimiser.step(0.1);
    }
    return layer;
  }

  private static float[] values(Linear layer, String name) {
    return layer.namedParameters().get(name).getArray().toFloatArray();
  }
}
