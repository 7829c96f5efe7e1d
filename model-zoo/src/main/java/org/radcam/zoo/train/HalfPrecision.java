package org.radcam.zoo.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.weights.Tensor;

/**
 * Mixed precision (Micikevicius et al. 2018, "Mixed precision training", sections 3.1 and 3.2): the
 * network computes with 16-bit copies of its weights, while the weights themselves, batch
 * normalisations, the loss and the optimiser stay in 32 bits. The loss is scaled up before its
 * gradients are taken, so that small ones do not vanish, and they are scaled down after; where they
 * overflow, the step is left out and the scale halved; after {@value #PATIENCE} good steps in a row
 * it is doubled.
 *
 * <p>The engine loses gradients where an array changes its number format. So the copies are leaves
 * of their own, whose gradients are brought to the weights by a second, small backward pass over
 * {@code sum(weight x gradient)}; and the logits become 32-bit floats by a product with ones, which
 * the engine does follow.
 */
final class HalfPrecision {
  private static final double FIRST = 1 << 13;
  private static final double LARGEST = 1 << 16;
  private static final int PATIENCE = 1000;
  private static final String STATE = "precision.scale";

  private final FeatureNetwork network;
  private double scale = FIRST;
  private int good;

  HalfPrecision(FeatureNetwork network) {
    this.network = network;
  }

  /** An input as the network takes it. */
  static NDArray lowered(NDArray array) {
    return array.toType(DataType.FLOAT16, false);
  }

  /** An array as 32-bit floats, by a product, since the engine's conversion stops gradients. */
  static NDArray raised(NDArray array) {
    return array.mul(array.getManager().ones(new Shape(1)));
  }

  /** Hands out 16-bit copies of weights, for one step. */
  static final class Copies extends ParameterStore {
    private final NDManager step;
    private final Map<Parameter, NDArray> copies = new LinkedHashMap<>();

    Copies(NDManager step) {
      super(step, false);
      this.step = step;
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
      if (parameter == null
          || (parameter.getType() != Parameter.Type.WEIGHT
              && parameter.getType() != Parameter.Type.BIAS)) {
        return super.getValue(parameter, device, training);
      }
      return copies.computeIfAbsent(parameter, this::copy);
    }

    private NDArray copy(Parameter parameter) {
      NDArray copy = lowered(parameter.getArray());
      copy.attach(step);
      if (parameter.requiresGradient()) {
        copy.setRequiresGradient(true);
      }
      return copy;
    }
  }

  /**
   * Takes the gradients of a loss to the network's own weights.
   *
   * @param copies that the loss was computed with
   * @return whether they can be used; if not, all gradients are 0
   */
  boolean backward(GradientCollector collector, NDArray loss, Copies copies) {
    collector.backward(loss.mul(scale));
    NDManager step = loss.getManager();
    NDArray check = step.zeros(new Shape());
    NDArray carried = step.zeros(new Shape());
    for (Map.Entry<Parameter, NDArray> entry : copies.copies.entrySet()) {
      if (entry.getKey().requiresGradient()) {
        try (NDArray half = entry.getValue().getGradient()) {
          NDArray gradient = half.toType(DataType.FLOAT32, false).div(scale);
          gradient.attach(step);
          check = check.add(gradient.sum());
          carried = carried.add(entry.getKey().getArray().mul(gradient).sum());
        }
      }
    }
    for (Parameter parameter : network.namedParameters().values()) {
      if (parameter.requiresGradient() && !copies.copies.containsKey(parameter)) {
        try (NDArray gradient = parameter.getArray().getGradient()) {
          gradient.divi(scale);
          check = check.add(gradient.sum());
        }
      }
    }
    if (Float.isFinite(check.getFloat())) {
      collector.backward(carried);
      good++;
      if (good == PATIENCE) {
        good = 0;
        scale = Math.min(LARGEST, 2 * scale);
      }
      return true;
    }
    for (Parameter parameter : network.namedParameters().values()) {
      if (parameter.requiresGradient() && !copies.copies.containsKey(parameter)) {
        try (NDArray gradient = parameter.getArray().getGradient()) {
          gradient.set(new float[(int) gradient.size()]);
        }
      }
    }
    good = 0;
    scale = Math.max(1, scale / 2);
    return false;
  }

  /** What a training needs to go on as if it had not been interrupted. */
  Map<String, Tensor> state() {
    return Map.of(STATE, new Tensor(new long[] {2}, new float[] {(float) scale, good}));
  }

  void restore(Map<String, Tensor> memory) {
    Tensor state = memory.get(STATE);
    if (state != null) {
      scale = state.values()[0];
      good = (int) state.values()[1];
    }
  }
}
