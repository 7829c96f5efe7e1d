package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Weighs every channel by a number between 0 and 1 that two layers compute from all channels' means
 * (Hu, Shen and Sun 2018, "Squeeze-and-excitation networks", equations 2 to 4). As in timm: {@code
 * fc1} and {@code fc2} are 1x1 convolutions with bias, and the hidden channels are a sixteenth,
 * rounded to a multiple of 8, at least 8.
 */
public final class SqueezeExcitation extends Layer {
  private static final int REDUCTION = 16;
  private static final int MULTIPLE = 8;

  private final Conv fc1;
  private final Conv fc2;

  /**
   * @param axes 2 for images, 3 for volumes
   */
  public SqueezeExcitation(int axes, int channels) {
    int hidden = hidden(channels);
    fc1 = add("fc1", Conv.biased(Kernel.point(axes), channels, hidden));
    fc2 = add("fc2", Conv.biased(Kernel.point(axes), hidden, channels));
  }

  /** A half goes up. */
  static int hidden(int channels) {
    int nearest = (channels + REDUCTION * MULTIPLE / 2) / (REDUCTION * MULTIPLE) * MULTIPLE;
    return Math.max(MULTIPLE, nearest);
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray means = Pooling.globalMean(input);
        NDArray squeezed = Gate.everywhere(means, input.getShape().dimension());
        NDArray mixed = fc1.apply(parameters, squeezed, training);
        NDArray hidden = mixed.getNDArrayInternal().relu();
        NDArray scores = fc2.apply(parameters, hidden, training);
        NDArray flat = scores.reshape(means.getShape())) {
      return Gate.weigh(input, flat);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }
}
