package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * A shortcut without parameters: every stride-th pixel, and zeros for the channels that are new (He
 * et al. 2016, section 3.3, option A). The gradient flows through it; in MedicalNet's and MONAI's
 * code it does not, which changes what they learn but not what they compute.
 */
final class ZeroPaddedShortcut extends Layer {
  private final Kernel kernel;
  private final int more;

  ZeroPaddedShortcut(int axes, int inputs, int outputs, int stride) {
    kernel = Kernel.of(axes, 1, stride);
    more = outputs - inputs;
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    NDArray sampled = Pooling.mean(input, kernel);
    if (more == 0) {
      return sampled;
    }
    Shape shape = sampled.getShape();
    long[] sizes = shape.getShape().clone();
    sizes[1] = more;
    try (NDArray kept = sampled;
        NDArray zeros =
            input.getManager().zeros(new Shape(sizes), input.getDataType(), input.getDevice())) {
      return kept.concat(zeros, 1);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return kernel.outputShape(input, input.get(1) + more);
  }
}
