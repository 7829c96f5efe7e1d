package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Computes a few new channels from all that there are: normalisation, ReLU and 1x1 convolution, and
 * again with a 3x3 convolution (Huang et al. 2017, "Densely connected convolutional networks",
 * DenseNet-B). The second normalisation folds into the convolution before it; the first cannot, for
 * the ReLU stands between.
 */
final class DenseLayer extends Layer {
  /** How many times wider its middle is than what it adds. */
  private static final int BOTTLENECK = 4;

  private final BatchNorm norm;
  private final ConvNorm narrow;
  private final Conv wide;

  DenseLayer(int inputs, int growth) {
    int middle = BOTTLENECK * growth;
    norm = add("norm1", new BatchNorm(inputs));
    Conv conv = add("conv1", new Conv(Kernel.point(2), inputs, middle, Fan.IN));
    narrow = new ConvNorm(conv, add("norm2", new BatchNorm(middle)));
    wide = add("conv2", new Conv(Kernel.of(2, 3, 1), middle, growth, Fan.IN));
  }

  /** The new channels only. */
  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray normed = norm.apply(parameters, input, training);
        NDArray active = normed.getNDArrayInternal().relu();
        NDArray middle = narrow.applyRelu(parameters, active, training)) {
      return wide.apply(parameters, middle, training);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return wide.outputShape(input);
  }

  @Override
  protected void fold() {
    narrow.fold();
  }
}
