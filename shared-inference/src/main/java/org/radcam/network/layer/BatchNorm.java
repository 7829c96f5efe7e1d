package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Batch normalisation over axis 1 (Ioffe and Szegedy 2015, "Batch normalization", algorithms 1 and
 * 2) with PyTorch's names and constants: {@code weight}, {@code bias}, {@code running_mean}, {@code
 * running_var}, each (channels). PyTorch's counter {@code num_batches_tracked} serves only a moving
 * average without momentum, which these networks do not use, so there is none here.
 *
 * <p>One whose weight wants no gradient (a frozen layer) keeps its statistics and uses them while
 * the rest of the network is trained.
 */
public final class BatchNorm extends Layer {
  /** PyTorch's default, added to the variance. */
  static final float EPSILON = 1e-5f;

  /** PyTorch's default: the share of a new batch in the running statistics. */
  private static final float MOMENTUM = 0.1f;

  /** DJL's way to hand the array to PyTorch as it is, which normalises axis 1. */
  private static final int AS_IT_IS = -1;

  private final int channels;
  private final float momentum;
  private final float firstWeight;
  private final Parameter weight;
  private final Parameter bias;
  private final Parameter runningMean;
  private final Parameter runningVar;

  public BatchNorm(int channels) {
    this(channels, MOMENTUM, 1);
  }

  /**
   * One that departs from PyTorch's defaults.
   *
   * @param momentum share of a new batch in the running statistics
   * @param firstWeight what {@link #draw} begins with
   */
  BatchNorm(int channels, float momentum, float firstWeight) {
    this.channels = channels;
    this.momentum = momentum;
    this.firstWeight = firstWeight;
    weight = add("weight", Parameter.Type.GAMMA, true, channels);
    bias = add("bias", Parameter.Type.BETA, true, channels);
    runningMean = add("running_mean", Parameter.Type.RUNNING_MEAN, false, channels);
    runningVar = add("running_var", Parameter.Type.RUNNING_VAR, false, channels);
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    var device = input.getDevice();
    return input
        .getNDArrayInternal()
        .batchNorm(
            input,
            parameters.getValue(runningMean, device, training),
            parameters.getValue(runningVar, device, training),
            parameters.getValue(weight, device, training),
            parameters.getValue(bias, device, training),
            AS_IT_IS,
            // DJL counts what is kept.
            1 - momentum,
            EPSILON,
            training && weight.requiresGradient())
        .singletonOrThrow();
  }

  /** The factor of each channel at inference, {@code weight / sqrt(running_var + epsilon)}. */
  double[] scale() {
    float[] gamma = weight.getArray().toFloatArray();
    float[] variance = runningVar.getArray().toFloatArray();
    double[] scale = new double[channels];
    for (int i = 0; i < channels; i++) {
      scale[i] = gamma[i] / Math.sqrt((double) variance[i] + EPSILON);
    }
    return scale;
  }

  /** What is added to each channel at inference, {@code bias - running_mean * scale}. */
  double[] shift() {
    float[] beta = bias.getArray().toFloatArray();
    float[] mean = runningMean.getArray().toFloatArray();
    double[] shift = scale();
    for (int i = 0; i < channels; i++) {
      shift[i] = beta[i] - mean[i] * shift[i];
    }
    return shift;
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  /** The statistics of a standard normal, no bias. */
  @Override
  public void draw(NDManager manager, RandomGenerator random) {
    float[] zeros = new float[channels];
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    float[] weights = new float[channels];
    Arrays.fill(weights, firstWeight);
    ParameterValues.set(weight, manager, weights);
    ParameterValues.set(bias, manager, zeros);
    ParameterValues.set(runningMean, manager, zeros);
    ParameterValues.set(runningVar, manager, ones);
  }
}
