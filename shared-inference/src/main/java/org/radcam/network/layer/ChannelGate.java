package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Weighs every channel by the sigmoid of {@code mlp(means) + mlp(maxima)} over all places (Woo et
 * al. 2018, equation 2). The hidden layer has a sixteenth of the channels, rounded down, at least
 * 1.
 */
final class ChannelGate extends Layer {
  private static final int REDUCTION = 16;

  private final Linear first;
  private final Linear second;

  ChannelGate(int channels) {
    int hidden = Math.max(1, channels / REDUCTION);
    first = add("mlp.1", Linear.fromZeroBias(channels, hidden));
    second = add("mlp.3", Linear.fromZeroBias(hidden, channels));
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray means = Pooling.globalMean(input);
        NDArray maxima = Pooling.globalMaximum(input);
        NDArray scores = mlp(parameters, means, training);
        NDArray more = mlp(parameters, maxima, training);
        NDArray sum = scores.add(more)) {
      return Gate.weigh(input, sum);
    }
  }

  private NDArray mlp(ParameterStore parameters, NDArray pooled, boolean training) {
    try (NDArray mixed = first.apply(parameters, pooled, training);
        NDArray hidden = mixed.getNDArrayInternal().relu()) {
      return second.apply(parameters, hidden, training);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }
}
