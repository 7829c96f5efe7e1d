package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Weighing features by numbers between 0 and 1. */
final class Gate {
  private Gate() {}

  /**
   * The features times the sigmoid of the scores.
   *
   * @param features (N, C, ...)
   * @param scores (N, C), or (N, 1, ...) for a weight of every place
   */
  static NDArray weigh(NDArray features, NDArray scores) {
    try (NDArray weights = scores.getNDArrayInternal().sigmoid()) {
      if (scores.getShape().dimension() > 2) {
        return features.mul(weights);
      }
      try (NDArray spread = everywhere(weights, features.getShape().dimension())) {
        return features.mul(spread);
      }
    }
  }

  /** (N, C) as (N, C, 1, ...). */
  static NDArray everywhere(NDArray channels, int dimensions) {
    long[] sizes = new long[dimensions];
    Arrays.fill(sizes, 1);
    sizes[0] = channels.getShape().get(0);
    sizes[1] = channels.getShape().get(1);
    return channels.reshape(new Shape(sizes));
  }
}
