package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The maximum over 3x3 pixels at every second pixel, which halves an image. */
final class Pooling {
  private static final Shape KERNEL = new Shape(3, 3);
  private static final Shape STRIDE = new Shape(2, 2);
  private static final Shape PADDING = new Shape(1, 1);

  private Pooling() {}

  static NDArray halvingMaximum(NDArray input) {
    return input.getNDArrayInternal().maxPool(KERNEL, STRIDE, PADDING, false);
  }

  static Shape halved(Shape input) {
    return new Shape(input.get(0), input.get(1), (input.get(2) + 1) / 2, (input.get(3) + 1) / 2);
  }
}
