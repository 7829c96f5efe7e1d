package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A convolution over images or volumes: {@code weight} (out, in, kernel, kernel) or (out, in,
 * kernel, kernel, kernel). Without {@code bias} (out), unless it is made with one or a
 * normalisation is folded into it.
 */
public final class Conv extends Layer {
  private static final int ONE_GROUP = 1;

  private final Kernel kernel;
  private final int inputs;
  private final int outputs;
  private final Fan fan;
  private final Parameter weight;
  private Parameter bias;

  /** Without bias, drawn by the fan-out. */
  public Conv(Kernel kernel, int inputs, int outputs) {
    this(kernel, inputs, outputs, Fan.OUT);
  }

  /** Without bias. */
  public Conv(Kernel kernel, int inputs, int outputs, Fan fan) {
    this.kernel = kernel;
    this.inputs = inputs;
    this.outputs = outputs;
    this.fan = fan;
    long[] shape = new long[kernel.axes() + 2];
    Arrays.fill(shape, kernel.size());
    shape[0] = outputs;
    shape[1] = inputs;
    weight = add("weight", Parameter.Type.WEIGHT, true, shape);
  }

  /** With a bias that is trained, drawn by the fan-out. */
  public static Conv biased(Kernel kernel, int inputs, int outputs) {
    Conv conv = new Conv(kernel, inputs, outputs);
    conv.bias = conv.add("bias", Parameter.Type.BIAS, true, outputs);
    return conv;
  }

  int outputs() {
    return outputs;
  }

  /** Multiplies each output channel by its factor, and adds its shift, from now on. */
  void fold(double[] scale, double[] shift) {
    if (bias != null) {
      throw new IllegalStateException("Only a convolution without bias is folded, and only once.");
    }
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
            kernel.each(kernel.stride()),
            kernel.each(kernel.padding()),
            kernel.each(kernel.dilation()),
            ONE_GROUP)
        .singletonOrThrow();
  }

  @Override
  public Shape outputShape(Shape input) {
    return kernel.outputShape(input, outputs);
  }

  /** Normal with the variance of its {@link Fan}; a bias as PyTorch's default draws it. */
  @Override
  public void draw(NDManager manager, RandomGenerator random) {
    int channels = fan == Fan.OUT ? outputs : inputs;
    double deviation = Math.sqrt(2.0 / ((double) channels * kernel.volume()));
    float[] values = new float[Math.toIntExact(weight.getShape().size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    ParameterValues.set(weight, manager, values);
    if (bias != null) {
      double bound = 1 / Math.sqrt((double) inputs * kernel.volume());
      ParameterValues.set(bias, manager, ParameterValues.uniform(outputs, bound, random));
    }
  }
}
