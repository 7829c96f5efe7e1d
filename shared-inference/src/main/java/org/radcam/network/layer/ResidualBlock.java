package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code relu(attention(branch(x)) + shortcut(x))} (He et al. 2016, "Deep residual learning for
 * image recognition", equations 1 and 2). The branch is a chain of convolutions, each normalised,
 * with ReLU between them; there need be no attention; the shortcut is the input itself, unless the
 * block {@linkplain #changesShape changes the shape}.
 */
public abstract class ResidualBlock extends Layer {
  private final BlockShape shape;
  private final int outputs;
  private final List<ConvNorm> branch = new ArrayList<>();
  private Layer attention;
  private Layer shortcut;

  ResidualBlock(BlockShape shape, int outputs) {
    this.shape = shape;
    this.outputs = outputs;
  }

  /** Appends a convolution and its normalisation, conv1 and bn1 or the next number. */
  final void convolve(Conv conv) {
    int number = branch.size() + 1;
    add("conv" + number, conv);
    branch.add(new ConvNorm(conv, add("bn" + number, new BatchNorm(conv.outputs()))));
  }

  /** The channels that leave it. */
  public final int outputs() {
    return outputs;
  }

  /** Whether its input does not fit its output, so that it needs a shortcut. */
  public final boolean changesShape() {
    return shape.stride() != 1 || shape.inputs() != outputs;
  }

  /** Puts a layer that keeps the shape at the end of the branch. */
  public final void attend(String name, Layer layer) {
    attention = add(name, layer);
  }

  /** Gives it a shortcut with parameters, {@code downsample.0} and {@code downsample.1}. */
  public final void project() {
    Kernel kernel = Kernel.of(shape.axes(), 1, shape.stride());
    shortcut = add("downsample", new Projection(kernel, shape.inputs(), outputs));
  }

  /** Gives it a shortcut without parameters. */
  public final void padWithZeros() {
    shortcut = new ZeroPaddedShortcut(shape.axes(), shape.inputs(), outputs, shape.stride());
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray residual = attended(parameters, input, training)) {
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

  private NDArray attended(ParameterStore parameters, NDArray input, boolean training) {
    NDArray convolved = branch(parameters, input, training);
    if (attention == null) {
      return convolved;
    }
    try (NDArray before = convolved) {
      return attention.apply(parameters, before, training);
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
    Shape current = input;
    for (ConvNorm step : branch) {
      current = step.outputShape(current);
    }
    return current;
  }

  @Override
  protected void fold() {
    super.fold();
    branch.forEach(ConvNorm::fold);
  }
}
