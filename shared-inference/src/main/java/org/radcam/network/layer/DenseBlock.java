package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers each of which sees what came in and what all before it added (Huang et al. 2017, equation
 * 2): {@code denselayer1}, {@code denselayer2} and so on.
 */
public final class DenseBlock extends Layer {
  private final List<DenseLayer> steps = new ArrayList<>();
  private final int outputs;

  /**
   * @param growth channels that each layer adds
   */
  public DenseBlock(int inputs, int growth, int count) {
    for (int i = 0; i < count; i++) {
      steps.add(add("denselayer" + (i + 1), new DenseLayer(inputs + i * growth, growth)));
    }
    outputs = inputs + count * growth;
  }

  /** The channels that leave it. */
  public int outputs() {
    return outputs;
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    NDArray current = input;
    for (DenseLayer step : steps) {
      try (NDArray added = step.apply(parameters, current, training)) {
        NDArray before = current;
        current = before.concat(added, 1);
        if (before != input) {
          before.close();
        }
      }
    }
    return current;
  }

  @Override
  public Shape outputShape(Shape input) {
    long[] sizes = input.getShape().clone();
    sizes[1] = outputs;
    return new Shape(sizes);
  }
}
