package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * A convolution with its batch normalisation. No layer of its own, because torchvision's names have
 * none: the two stand side by side in their block.
 *
 * <p>Folding puts the normalisation, which at inference is a fixed factor and shift for each
 * channel, into the convolution's weight and a bias (Jacob et al. 2018, "Quantization and training
 * of neural networks for efficient integer-arithmetic-only inference", section 3.2): {@code w' = w
 * * scale, b' = bias - mean * scale, scale = gamma / sqrt(variance + epsilon)}.
 */
public final class ConvNorm {
  private final Conv conv;
  private final BatchNorm norm;
  private boolean folded;

  public ConvNorm(Conv conv, BatchNorm norm) {
    this.conv = conv;
    this.norm = norm;
  }

  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    if (!folded) {
      try (NDArray convolved = conv.apply(parameters, input, training)) {
        return norm.apply(parameters, convolved, training);
      }
    }
    if (training) {
      throw new IllegalStateException("A folded network is for inference only.");
    }
    return conv.apply(parameters, input, false);
  }

  /** The same, then everything below 0 set to 0. */
  public NDArray applyRelu(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray normed = apply(parameters, input, training)) {
      return normed.getNDArrayInternal().relu();
    }
  }

  public Shape outputShape(Shape input) {
    return conv.outputShape(input);
  }

  /** Folds, if that has not happened yet; the normalisation's parameters are freed. */
  public void fold() {
    if (folded) {
      return;
    }
    conv.fold(norm.scale(), norm.shift());
    norm.clear();
    folded = true;
  }
}
