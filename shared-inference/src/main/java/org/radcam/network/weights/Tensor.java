package org.radcam.network.weights;

import java.util.Arrays;

/**
 * Numbers in memory, in row-major order.
 *
 * @param shape sizes of the axes; none for a single number
 * @param values as many as the product of the sizes
 */
public record Tensor(long[] shape, float[] values) {
  public Tensor {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill a tensor of shape " + Arrays.toString(shape));
    }
  }
}
