package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.random.RandomGenerator;

/**
 * A convolution without bias, with a square kernel: {@code weight} (out, in, kernel, kernel). After
 * folding it has a {@code bias} (out) as well.
 */
public final class Conv2d extends Layer {
  private static final Shape NO_DILATION = new Shape(1, 1);
  private static final int ONE_GROUP = 1;

  private final int inputs;
  private final int outputs;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final Parameter weight;
  private Parameter bias;

  public Conv2d(int inputs, int outputs, int kernel, int stride, int padding) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    weight = add("weight", Parameter.Type.WEIGHT, true, outputs, inputs, kernel, kernel);
  }

  int outputs() {
    return outputs;
  }

  /** Multiplies each output channel by its factor, and adds its shift, from now on. */
  void fold(double[] scale, double[] shift) {
    float[] values = weight.getArray().toFloatArray();
    int each = values.length / outputs;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * scale[i / each]);
    }
    float[] bias32 = new float[outputs];
    for (int i = 0; i < outputs; i++) {
      bias32[i] = (float) shift[i];
    }
    NDManager manager = weight.getArray().getManager();
    ParameterValues.set(weight, manager, values);
    bias = add("bias", Parameter.Type.BIAS, false, outputs);
    ParameterValues.set(bias, manager, bias32);
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    return input
        .getNDArrayInternal()
        .convolution(
            input,
            parameters.getValue(weight, input.getDevice(), training),
            parameters.getValue(bias, input.getDevice(), training),
            new Shape(stride, stride),
            new Shape(padding, padding),
            NO_DILATION,
            ONE_GROUP)
        .singletonOrThrow();
  }

  @Override
  public Shape outputShape(Shape input) {
    return new Shape(input.get(0), outputs, extent(input.get(2)), extent(input.get(3)));
  }

  private long extent(long size) {
    return (size + 2L * padding - kernel) / stride + 1;
  }

  /**
   * Normal with variance 2 / fan-out, fan-out = out x kernel x kernel, as torchvision's ResNets
   * (Kaiming He et al. 2015, "Delving deep into rectifiers", equation 14).
   */
  @Override
  public void draw(NDManager manager, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / ((double) outputs * kernel * kernel));
    float[] values = new float[outputs * inputs * kernel * kernel];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    ParameterValues.set(weight, manager, values);
  }
}
