package org.radcam.network.layer;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The window that a convolution or a pooling moves over an image or a volume, the same along every
 * axis. The input is padded by {@code dilation (size - 1) / 2}, rounded down, on both sides: an odd
 * window is centred on every stride-th pixel from the first, and one of 2 lies on whole pairs.
 *
 * @param axes 2 for images (N, C, H, W), 3 for volumes (N, C, D, H, W)
 * @param size pixels that it looks at along an axis
 * @param stride pixels from one place to the next
 * @param dilation pixels from one that it looks at to the next; 1 for neighbours
 */
public record Kernel(int axes, int size, int stride, int dilation) {
  public Kernel {
    if ((axes != 2 && axes != 3) || size < 1 || stride < 1 || dilation < 1) {
      throw new IllegalArgumentException(
          "No kernel: %d axes, size %d, stride %d, dilation %d"
              .formatted(axes, size, stride, dilation));
    }
  }

  /** A window of neighbours. */
  public static Kernel of(int axes, int size, int stride) {
    return new Kernel(axes, size, stride, 1);
  }

  /** One pixel, so that channels are mixed and places are not. */
  public static Kernel point(int axes) {
    return of(axes, 1, 1);
  }

  int padding() {
    return dilation * (size - 1) / 2;
  }

  /** How many pixels it looks at. */
  int volume() {
    int volume = 1;
    for (int i = 0; i < axes; i++) {
      volume *= size;
    }
    return volume;
  }

  /** The same number for every axis, as the engine wants it. */
  Shape each(int number) {
    long[] numbers = new long[axes];
    Arrays.fill(numbers, number);
    return new Shape(numbers);
  }

  /**
   * What comes out of an input's shape.
   *
   * @throws IllegalArgumentException if the input has other axes, or nothing comes out of it
   */
  public Shape outputShape(Shape input, long channels) {
    if (input.dimension() != axes + 2) {
      throw new IllegalArgumentException(
          "This layer takes arrays of " + (axes + 2) + " axes, not " + input);
    }
    long[] sizes = input.getShape().clone();
    sizes[1] = channels;
    for (int i = 2; i < sizes.length; i++) {
      sizes[i] = extent(sizes[i]);
      if (sizes[i] < 1) {
        throw new IllegalArgumentException("The network halves " + input + " to nothing.");
      }
    }
    return new Shape(sizes);
  }

  private long extent(long length) {
    return Math.floorDiv(length + 2L * padding() - (long) dilation * (size - 1) - 1, stride) + 1;
  }
}
