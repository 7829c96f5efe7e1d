package org.radcam.zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.radcam.cam.Cam;
import org.radcam.cam.ExplainedForward;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageWriter;
import org.radcam.network.FeatureNetwork;

/** Makes the test case of a package: an input, and what its network answers to it. */
public final class TestCases {
  private TestCases() {}

  /**
   * Adds a test case to a package that is being written.
   *
   * @param network with its weights, on the CPU; left as it is
   */
  public static ModelCard.TestCase add(PackageWriter writer, FeatureNetwork network, NpyArray input)
      throws IOException {
    return new ModelCard.TestCase(
        writer.add("test_input.npy", input), writer.add("test_output.npy", logits(network, input)));
  }

  /**
   * Makes one input of several: for each class the candidate that speaks most for it. So the
   * expected logits are as far from 0 as they can be, where a relative difference says something.
   * (The bioimage.io validator, too, wants a logit well above 0.)
   *
   * @param candidates inputs of one image each
   * @return (classes, channels, rows, columns)
   */
  public static NpyArray telling(FeatureNetwork network, List<NpyArray> candidates) {
    List<NpyArray> answers =
        candidates.stream().map(candidate -> logits(network, candidate)).toList();
    int classes = network.spec().classes();
    int length = candidates.get(0).values().length;
    float[] values = new float[classes * length];
    for (int c = 0; c < classes; c++) {
      int label = c;
      int best =
          IntStream.range(0, candidates.size())
              .boxed()
              .max(Comparator.comparing(n -> answers.get(n).values()[label]))
              .orElseThrow();
      System.arraycopy(candidates.get(best).values(), 0, values, c * length, length);
    }
    List<Integer> shape = new ArrayList<>(candidates.get(0).shape());
    shape.set(0, classes);
    return new NpyArray(shape, values);
  }

  /** One prepared image as each of the network's channels, (1, channels, rows, columns). */
  public static NpyArray input(ModelCard card, Volume prepared) {
    int channels = card.architecture().inputChannels();
    Size size = prepared.size();
    float[] values = new float[channels * size.voxels()];
    for (int c = 0; c < channels; c++) {
      System.arraycopy(prepared.voxels(), 0, values, c * size.voxels(), size.voxels());
    }
    return array(values, channels, size);
  }

  /** Normal noise in the size of the network's input. */
  public static NpyArray noise(ModelCard card, long seed) {
    Size size = card.inputSize();
    int channels = card.architecture().inputChannels();
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[channels * size.voxels()];
    for (int n = 0; n < values.length; n++) {
      // A sum of twelve has unit variance and, unlike nextGaussian, one value on every Java.
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += random.nextDouble();
      }
      values[n] = (float) sum;
    }
    return array(values, channels, size);
  }

  private static NpyArray array(float[] values, int channels, Size size) {
    return size.slices() > 1
        ? NpyArray.of(values, 1, channels, size.slices(), size.rows(), size.columns())
        : NpyArray.of(values, 1, channels, size.rows(), size.columns());
  }

  private static NpyArray logits(FeatureNetwork network, NpyArray input) {
    long[] shape = input.shape().stream().mapToLong(Integer::longValue).toArray();
    try (NDManager scope = TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
        NDArray array = scope.create(input.values(), new Shape(shape));
        ExplainedForward forward = new Cam(network).forward(array)) {
      int classes = network.spec().classes();
      float[] logits = new float[forward.size() * classes];
      for (int n = 0; n < forward.size(); n++) {
        System.arraycopy(forward.logits(n), 0, logits, n * classes, classes);
      }
      return NpyArray.of(logits, forward.size(), classes);
    }
  }
}
