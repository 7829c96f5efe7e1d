package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code relu(branch(x) + shortcut(x))} (He et al. 2016, "Deep residual learning for image
 * recognition", equations 1 and 2). The branch is a chain of convolutions, each normalised, with
 * ReLU between them; the shortcut is the input itself, or {@code downsample.0} (1x1 convolution)
 * and {@code downsample.1} where the shape changes.
 */
public abstract class ResidualBlock extends Layer {
  private final List<ConvNorm> branch = new ArrayList<>();
  private ConvNorm shortcut;

  /** Appends a convolution and its normalisation, conv1 and bn1 or the next number. */
  protected final void convolve(Conv2d conv) {
    int number = branch.size() + 1;
    add("conv" + number, conv);
    branch.add(new ConvNorm(conv, add("bn" + number, new BatchNorm2d(conv.outputs()))));
  }

  /** Closes the construction: a projecting shortcut if the block changes the shape. */
  protected final void shortcut(int inputs, int outputs, int stride) {
    if (stride != 1 || inputs != outputs) {
      Conv2d conv = add("downsample.0", new Conv2d(inputs, outputs, 1, stride, 0));
      shortcut = new ConvNorm(conv, add("downsample.1", new BatchNorm2d(outputs)));
    }
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray residual = branch(parameters, input, training)) {
      if (shortcut == null) {
        residual.addi(input);
      } else {
        try (NDArray projected = shortcut.apply(parameters, input, training)) {
          residual.addi(projected);
        }
      }
      return residual.getNDArrayInternal().relu();
    }
  }

  private NDArray branch(ParameterStore parameters, NDArray input, boolean training) {
    int last = branch.size() - 1;
    NDArray current = branch.get(0).applyRelu(parameters, input, training);
    for (int i = 1; i <= last; i++) {
      try (NDArray before = current) {
        current =
            i < last
                ? branch.get(i).applyRelu(parameters, before, training)
                : branch.get(i).apply(parameters, before, training);
      }
    }
    return current;
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape shape = input;
    for (ConvNorm step : branch) {
      shape = step.outputShape(shape);
    }
    return shape;
  }

  @Override
  protected void fold() {
    branch.forEach(ConvNorm::fold);
    if (shortcut != null) {
      shortcut.fold();
    }
  }
}
