package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/** A convolution, {@code 0}, and its normalisation, {@code 1}. */
final class Projection extends Layer {
  private final ConvNorm steps;

  Projection(Kernel kernel, int inputs, int outputs) {
    Conv conv = add("0", new Conv(kernel, inputs, outputs));
    steps = new ConvNorm(conv, add("1", new BatchNorm(outputs)));
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    return steps.apply(parameters, input, training);
  }

  @Override
  public Shape outputShape(Shape input) {
    return steps.outputShape(input);
  }

  @Override
  protected void fold() {
    steps.fold();
  }
}
