package org.radcam.network.weights;

import java.util.function.Supplier;

/** A tensor to be written, whose values are asked for when their turn comes. */
record TensorSource(String name, long[] shape, Supplier<float[]> values) {
  long size() {
    long size = 1;
    for (long axis : shape) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }
}
