package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Weighs every place by the sigmoid of a normalised convolution over 7 pixels of the maximum and
 * the mean of its channels, in this order (Woo et al. 2018, equation 3, and the authors' code). The
 * normalisation's constants are theirs; its weight is drawn as 0, so that training begins with the
 * same weight for every place.
 */
final class SpatialGate extends Layer {
  private static final int SIZE = 7;
  private static final float MOMENTUM = 0.01f;

  private final ConvNorm spatial;

  SpatialGate(int axes) {
    Conv conv = add("spatial.conv", new Conv(Kernel.of(axes, SIZE, 1), 2, 1));
    spatial = new ConvNorm(conv, add("spatial.bn", new BatchNorm(1, MOMENTUM, 0)));
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    int[] channelAxis = {1};
    try (NDArray maxima = input.max(channelAxis, true);
        NDArray means = input.mean(channelAxis, true);
        NDArray both = maxima.concat(means, 1);
        NDArray scores = spatial.apply(parameters, both, training)) {
      return Gate.weigh(input, scores);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  protected void fold() {
    spatial.fold();
  }
}
