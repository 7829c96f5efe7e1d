package org.radcam.zoo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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

  /** Under this name the memory keeps how many steps a parameter has done. */
  private static final String STEPS = ".steps";

  private final OptimiserSettings settings;
  private final List<Entry> entries = new ArrayList<>();

  /** One parameter with its memory. */
  private static final class Entry {
    private final String name;
    private final Parameter parameter;
    private final boolean decays;
    private final List<NDArray> memory;

    /** Its own steps: one that joins later begins its running means later. */
    private int steps;

    Entry(String name, Parameter parameter, boolean decays, List<NDArray> memory) {
      this.name = name;
      this.parameter = parameter;
      this.decays = decays;
      this.memory = memory;
    }
  }

  /**
   * @param network whose parameters have their values; those that shall ever learn want gradients
   *     now
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
      entries.add(new Entry(named.getKey(), parameter, decays, memory));
    }
  }

  private int memories() {
    return switch (settings.kind()) {
      case ADAMW -> 2;
      case SGD -> settings.momentum() > 0 ? 1 : 0;
    };
  }

  /** One step of all parameters that want gradients now; their gradients are 0 after it. */
  void step(double learningRate) {
    step(name -> learningRate);
  }

  /**
   * The same with a learning rate for each.
   *
   * @param rates by the name of the parameter
   */
  void step(ToDoubleFunction<String> rates) {
    for (Entry entry : entries) {
      if (entry.parameter.requiresGradient()) {
        step(entry, rates.applyAsDouble(entry.name));
      }
    }
  }

  private void step(Entry entry, double learningRate) {
    entry.steps++;
    double corrected =
        learningRate
            * Math.sqrt(1 - Math.pow(BETA2, entry.steps))
            / (1 - Math.pow(BETA1, entry.steps));
    float decay = entry.decays ? (float) settings.weightDecay() : 0;
    NDArray array = entry.parameter.getArray();
    try (NDArray gradient = array.getGradient()) {
      NDList inputs = new NDList(array, gradient);
      inputs.addAll(entry.memory);
      NDList weights = new NDList(array);
      switch (settings.kind()) {
        case ADAMW ->
            array
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
            array
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

  /** A copy of the memory, by name of the parameter and number. */
  Map<String, Tensor> memory() {
    Map<String, Tensor> copy = new LinkedHashMap<>();
    for (Entry entry : entries) {
      // Exact in a float up to 16 million steps.
      copy.put(entry.name + STEPS, new Tensor(new long[] {1}, new float[] {entry.steps}));
      for (int n = 0; n < entry.memory.size(); n++) {
        NDArray array = entry.memory.get(n);
        copy.put(
            entry.name + "." + n, new Tensor(array.getShape().getShape(), array.toFloatArray()));
      }
    }
    return copy;
  }

  /** Puts a memory back. */
  void restore(Map<String, Tensor> memory) {
    for (Entry entry : entries) {
      entry.steps = (int) memory.get(entry.name + STEPS).values()[0];
      for (int n = 0; n < entry.memory.size(); n++) {
        entry.memory.get(n).set(memory.get(entry.name + "." + n).values());
      }
    }
  }
}
