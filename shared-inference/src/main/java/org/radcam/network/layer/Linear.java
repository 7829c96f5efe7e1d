package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.random.RandomGenerator;

/** A fully connected layer, (N, inputs) to (N, outputs): {@code weight} (out, in), {@code bias}. */
public final class Linear extends Layer {
  private final int inputs;
  private final int outputs;
  private final Parameter weight;
  private final Parameter bias;

  public Linear(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    weight = add("weight", Parameter.Type.WEIGHT, true, outputs, inputs);
    bias = add("bias", Parameter.Type.BIAS, true, outputs);
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    return input
        .getNDArrayInternal()
        .linear(
            input,
            parameters.getValue(weight, input.getDevice(), training),
            parameters.getValue(bias, input.getDevice(), training))
        .singletonOrThrow();
  }

  @Override
  public Shape outputShape(Shape input) {
    return new Shape(input.get(0), outputs);
  }

  /** Uniform within 1 / sqrt(inputs) of 0, both, PyTorch's default. */
  @Override
  public void draw(NDManager manager, RandomGenerator random) {
    ParameterValues.set(weight, manager, uniform(inputs * outputs, random));
    ParameterValues.set(bias, manager, uniform(outputs, random));
  }

  private float[] uniform(int count, RandomGenerator random) {
    double bound = 1 / Math.sqrt(inputs);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
