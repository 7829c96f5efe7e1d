package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.random.RandomGenerator;

/** A fully connected layer, (N, inputs) to (N, outputs): {@code weight} (out, in), {@code bias}. */
public final class Linear extends Layer {
  private final int inputs;
  private final int outputs;
  private final boolean drawsBias;
  private final Parameter weight;
  private final Parameter bias;

  /** Draws its bias as PyTorch does by default. */
  public Linear(int inputs, int outputs) {
    this(inputs, outputs, true);
  }

  private Linear(int inputs, int outputs, boolean drawsBias) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.drawsBias = drawsBias;
    weight = add("weight", Parameter.Type.WEIGHT, true, outputs, inputs);
    bias = add("bias", Parameter.Type.BIAS, true, outputs);
  }

  /** One whose bias is drawn as 0. */
  public static Linear fromZeroBias(int inputs, int outputs) {
    return new Linear(inputs, outputs, false);
  }

  /**
   * The outputs' weights on the first inputs, as they are: for maps of what each place would add.
   *
   * @return (outputs, count)
   */
  public NDArray weights(ParameterStore parameters, NDArray like, int count, boolean training) {
    return parameters
        .getValue(weight, like.getDevice(), training)
        .get(new NDIndex(":, :{}", count));
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
    double bound = 1 / Math.sqrt(inputs);
    ParameterValues.set(weight, manager, ParameterValues.uniform(inputs * outputs, bound, random));
    float[] biases =
        drawsBias ? ParameterValues.uniform(outputs, bound, random) : new float[outputs];
    ParameterValues.set(bias, manager, biases);
  }
}
