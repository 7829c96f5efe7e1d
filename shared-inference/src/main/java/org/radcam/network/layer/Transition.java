package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Halves the channels and the size between dense blocks: normalisation, ReLU, 1x1 convolution and
 * the mean of 2x2 pixels; an odd last row or column is left out (Huang et al. 2017). The mean is
 * taken before the convolution, which is the same, because neither mixes what the other sums, and a
 * quarter of the work.
 */
public final class Transition extends Layer {
  private static final Kernel HALVING = Kernel.of(2, 2, 2);

  private final BatchNorm norm;
  private final Conv conv;

  public Transition(int inputs, int outputs) {
    norm = add("norm", new BatchNorm(inputs));
    conv = add("conv", new Conv(Kernel.point(2), inputs, outputs, Fan.IN));
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray normed = norm.apply(parameters, input, training);
        NDArray active = normed.getNDArrayInternal().relu();
        NDArray halved = Pooling.mean(active, HALVING)) {
      return conv.apply(parameters, halved, training);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return conv.outputShape(HALVING.outputShape(input, input.get(1)));
  }
}
