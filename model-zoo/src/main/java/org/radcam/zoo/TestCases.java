package org.radcam.zoo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Size;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Stage;
import org.radcam.network.StagedNetwork;

/** Makes the test case of a package: an input, and what its networks answer to it. */
public final class TestCases {
  /** A thousand classes must not make a test case of half a gigabyte. */
  private static final int MAX_CASES = 16;

  /** Twice what the bioimage.io validator asks for. */
  private static final double CLEAR = 0.2;

  private static final int STRONGER = 4;

  /** Beyond this, float32 sums say little. */
  private static final int STRONGEST = 1024;

  private TestCases() {}

  /**
   * A raw input.
   *
   * @param images (N, channels of all networks, ...), as {@link RawForward} takes it
   * @param clinical (N, F); empty where the networks take no clinical values
   */
  public record Input(NpyArray images, Optional<NpyArray> clinical) {
    Input times(float factor) {
      return new Input(times(images, factor), clinical.map(array -> times(array, factor)));
    }

    private static NpyArray times(NpyArray array, float factor) {
      float[] values = array.values().clone();
      for (int n = 0; n < values.length; n++) {
        values[n] *= factor;
      }
      return new NpyArray(array.shape(), values);
    }
  }

  /**
   * Adds a test case to a package that is being written.
   *
   * @param network with its weights, on the CPU; left as it is
   */
  public static ModelCard.TestCase add(PackageWriter writer, StagedNetwork network, Input input)
      throws IOException {
    NpyArray output = logits(network, input);
    Optional<PackageFile> clinical = Optional.empty();
    if (input.clinical().isPresent()) {
      clinical = Optional.of(writer.add("test_clinical.npy", input.clinical().get()));
    }
    return new ModelCard.TestCase(
        writer.add("test_input.npy", input.images()),
        clinical,
        writer.add("test_output.npy", output));
  }

  /**
   * Makes one input of several: for each logit the candidate that speaks most for it. So the
   * expected logits are as far from 0 as they can be, where a relative difference says something.
   * Where no logit comes above {@value #CLEAR}, all is made stronger, and its negative, too: the
   * bioimage.io validator refuses a test output whose largest value is below 0.1.
   *
   * @param candidates inputs of one case each
   * @return one case for each logit; of more than 16 logits, each candidate at most once
   */
  public static Input telling(StagedNetwork network, List<Input> candidates) {
    return telling(network, candidates, network.logits());
  }

  /**
   * The same for the first logits only, where a case for each would be too large.
   *
   * @param most how many cases at most, at least one
   */
  public static Input telling(StagedNetwork network, List<Input> candidates, int most) {
    Input chosen = choose(network, candidates, most);
    for (int factor = STRONGER; factor <= STRONGEST && !isClear(network, chosen); ) {
      int times = factor;
      chosen =
          choose(
              network,
              candidates.stream()
                  .flatMap(input -> Stream.of(input.times(times), input.times(-times)))
                  .toList(),
              most);
      factor *= STRONGER;
    }
    return chosen;
  }

  private static boolean isClear(StagedNetwork network, Input input) {
    for (float logit : logits(network, input).values()) {
      if (logit >= CLEAR) {
        return true;
      }
    }
    return false;
  }

  private static Input choose(StagedNetwork network, List<Input> candidates, int most) {
    List<NpyArray> answers =
        candidates.stream().map(candidate -> logits(network, candidate)).toList();
    List<Input> chosen = new ArrayList<>();
    for (int c = 0; c < Math.min(most, network.logits()); c++) {
      int label = c;
      int best =
          IntStream.range(0, candidates.size())
              .boxed()
              .max(Comparator.comparing(n -> answers.get(n).values()[label]))
              .orElseThrow();
      if (network.logits() <= MAX_CASES || !chosen.contains(candidates.get(best))) {
        chosen.add(candidates.get(best));
      }
    }
    return stack(chosen);
  }

  /** Several inputs as one, their cases one after the other. */
  public static Input stack(List<Input> inputs) {
    List<NpyArray> clinical = inputs.stream().flatMap(input -> input.clinical().stream()).toList();
    return new Input(
        stacked(inputs.stream().map(Input::images).toList()),
        clinical.isEmpty() ? Optional.empty() : Optional.of(stacked(clinical)));
  }

  /**
   * One case as the networks take it.
   *
   * @param images values of each of the card's inputs, prepared
   * @param clinical encoded clinical values; none where the card has none
   */
  public static Input input(ModelCard card, List<float[]> images, float[] clinical) {
    Size size = card.inputSize();
    float[] values = new float[channels(card) * size.voxels()];
    int at = 0;
    for (Stage stage : card.stages()) {
      List<float[]> own =
          IntStream.range(0, images.size())
              .filter(n -> stage.roles().contains(card.inputs().get(n).role()))
              .mapToObj(images::get)
              .toList();
      float[] assembled = stage.combine().assemble(own, stage.architecture().inputChannels());
      System.arraycopy(assembled, 0, values, at, assembled.length);
      at += assembled.length;
    }
    return new Input(
        array(values, channels(card), size),
        clinical.length == 0
            ? Optional.empty()
            : Optional.of(NpyArray.of(clinical, 1, clinical.length)));
  }

  /** Normal noise in the size of the networks' input. */
  public static Input noise(ModelCard card, long seed) {
    Size size = card.inputSize();
    SplittableRandom random = new SplittableRandom(seed);
    NpyArray images = array(normal(random, channels(card) * size.voxels()), channels(card), size);
    int numbers = card.clinicalNumbers();
    return new Input(
        images,
        numbers == 0
            ? Optional.empty()
            : Optional.of(NpyArray.of(normal(random, numbers), 1, numbers)));
  }

  private static float[] normal(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int n = 0; n < count; n++) {
      // A sum of twelve has unit variance and, unlike nextGaussian, one value on every Java.
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += random.nextDouble();
      }
      values[n] = (float) sum;
    }
    return values;
  }

  private static int channels(ModelCard card) {
    return card.stages().stream().mapToInt(stage -> stage.architecture().inputChannels()).sum();
  }

  private static NpyArray array(float[] values, int channels, Size size) {
    return size.slices() > 1
        ? NpyArray.of(values, 1, channels, size.slices(), size.rows(), size.columns())
        : NpyArray.of(values, 1, channels, size.rows(), size.columns());
  }

  /** Arrays of one case each as one array. */
  private static NpyArray stacked(List<NpyArray> arrays) {
    int length = arrays.get(0).values().length;
    float[] values = new float[arrays.size() * length];
    for (int n = 0; n < arrays.size(); n++) {
      System.arraycopy(arrays.get(n).values(), 0, values, n * length, length);
    }
    List<Integer> shape = new ArrayList<>(arrays.get(0).shape());
    shape.set(0, arrays.size());
    return new NpyArray(shape, values);
  }

  private static NpyArray logits(StagedNetwork network, Input input) {
    return RawForward.logits(
        network, TorchEngine.device(DeviceChoice.CPU).device(), input.images(), input.clinical());
  }
}
