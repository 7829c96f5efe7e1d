package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Means and maxima over places, of images and volumes alike. */
public final class Pooling {
  private Pooling() {}

  /** The largest value under the kernel at each of its places. */
  public static NDArray maximum(NDArray input, Kernel kernel) {
    return input
        .getNDArrayInternal()
        .maxPool(
            kernel.each(kernel.size()),
            kernel.each(kernel.stride()),
            kernel.each(kernel.padding()),
            false);
  }

  /** The mean under the kernel at each of its places. */
  public static NDArray mean(NDArray input, Kernel kernel) {
    return input
        .getNDArrayInternal()
        .avgPool(
            kernel.each(kernel.size()),
            kernel.each(kernel.stride()),
            kernel.each(kernel.padding()),
            false,
            false);
  }

  /** The mean over all places, (N, C, ...) to (N, C). */
  public static NDArray globalMean(NDArray input) {
    return input.getNDArrayInternal().globalAvgPool();
  }

  /**
   * The largest value of all places, (N, C, ...) to (N, C). By one axis, because the gradient of
   * the engine's own pooling depends on the order of its threads on a GPU.
   */
  static NDArray globalMaximum(NDArray input) {
    Shape shape = input.getShape();
    try (NDArray flat = input.reshape(shape.get(0), shape.get(1), -1)) {
      return flat.max(new int[] {2});
    }
  }
}
