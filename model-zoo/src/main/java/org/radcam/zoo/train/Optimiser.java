package org.radcam.zoo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.network.layer.Layer;
import org.radcam.network.weights.Tensor;

/**
 * Moves a network's weights along their gradients, and remembers what its algorithm needs from step
 * to step. That memory can be taken out and put back, so that a training can go on after a break.
 */
final class Optimiser {
  /** As proposed by Kingma and Ba, Adam, ICLR 2015, algorithm 1. */
  private static final double BETA1 = 0.9;

  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** DJL's way to say: as it is. */
  private static final float NO_RESCALING = 1;

  private static final float NO_CLIPPING = -1;

  private final OptimiserSettings settings;
  private final List<Entry> entries = new ArrayList<>();
  private int steps;

  /** One parameter with its memory. */
  private record Entry(String name, NDArray weights, boolean decays, List<NDArray> memory) {}

  /**
   * @param network whose parameters have their values and want gradients
   * @param manager where the memory lives
   */
  Optimiser(OptimiserSettings settings, Layer network, NDManager manager) {
    this.settings = settings;
    for (Map.Entry<String, Parameter> named : network.namedParameters().entrySet()) {
      Parameter parameter = named.getValue();
      if (!parameter.requiresGradient()) {
        continue;
      }
      List<NDArray> memory = new ArrayList<>();
      for (int n = 0; n < memories(); n++) {
        memory.add(manager.zeros(parameter.getShape()));
      }
      // Biases and normalisation have one axis and are not pulled to 0.
      boolean decays = parameter.getShape().dimension() > 1;
      entries.add(new Entry(named.getKey(), parameter.getArray(), decays, memory));
    }
  }

  private int memories() {
    return switch (settings.kind()) {
      case ADAMW -> 2;
      case SGD -> settings.momentum() > 0 ? 1 : 0;
    };
  }

  /** One step; the gradients are 0 after it. */
  void step(double learningRate) {
    steps++;
    double corrected =
        learningRate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    for (Entry entry : entries) {
      float decay = entry.decays() ? (float) settings.weightDecay() : 0;
      try (NDArray gradient = entry.weights().getGradient()) {
        NDList inputs = new NDList(entry.weights(), gradient);
        inputs.addAll(entry.memory());
        NDList weights = new NDList(entry.weights());
        switch (settings.kind()) {
          case ADAMW ->
              entry
                  .weights()
                  .getNDArrayInternal()
                  .adamUpdate(
                      inputs,
                      weights,
                      (float) learningRate,
                      (float) corrected,
                      decay,
                      NO_RESCALING,
                      NO_CLIPPING,
                      (float) BETA1,
                      (float) BETA2,
                      (float) EPSILON,
                      false,
                      true);
          case SGD ->
              entry
                  .weights()
                  .getNDArrayInternal()
                  .sgdUpdate(
                      inputs,
                      weights,
                      (float) learningRate,
                      decay,
                      NO_RESCALING,
                      NO_CLIPPING,
                      (float) settings.momentum(),
                      false);
        }
      }
    }
  }

  int steps() {
    return steps;
  }

  /** A copy of the memory, by name of the parameter and number. */
  Map<String, Tensor> memory() {
    Map<String, Tensor> copy = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (int n = 0; n < entry.memory().size(); n++) {
        NDArray array = entry.memory().get(n);
        copy.put(
            entry.name() + "." + n, new Tensor(array.getShape().getShape(), array.toFloatArray()));
      }
    }
    return copy;
  }

  /** Puts a memory back. */
  void restore(int stepsDone, Map<String, Tensor> memory) {
    steps = stepsDone;
    for (Entry entry : entries) {
      for (int n = 0; n < entry.memory().size(); n++) {
        Tensor tensor = memory.get(entry.name() + "." + n);
        entry.memory().get(n).set(tensor.values());
      }
    }
  }
}
