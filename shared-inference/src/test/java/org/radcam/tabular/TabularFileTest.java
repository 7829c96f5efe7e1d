package org.radcam.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.UserException;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;
import org.radcam.network.weights.TensorType;

class TabularFileTest {
  @TempDir Path folder;

  static List<TabularClassifier> classifiers() {
    return SmallModels.classifiers();
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void aModelThatWasStoredAnswersToTheLastBit(TabularClassifier classifier) throws IOException {
    TabularModel model = SmallModels.model(classifier);
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(file, model);

    TabularModel back = TabularFile.read(file);

    assertThat(back.features()).isEqualTo(model.features());
    assertThat(back.classes()).isEqualTo(model.classes());
    for (double[] values : new double[][] {{10, 0}, {3, -0.9}, {17, 0.2}}) {
      assertThat(back.probabilities(values)).containsExactly(model.probabilities(values));
    }
    byte[] bytes = Files.readAllBytes(file);
    TabularFile.write(file, back);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void everyTensorIsNeededAndItsShapeAndNumbersAreChecked(TabularClassifier classifier)
      throws IOException {
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(file, SmallModels.model(classifier));
    TensorFile content = Safetensors.read(file);
    for (String name : content.tensors().keySet()) {
      refused(with(content, name, null), "'" + name + "' is missing");
      Tensor tensor = content.tensors().get(name);
      float[] broken = tensor.values().clone();
      broken[broken.length - 1] = Float.NaN;
      refused(with(content, name, new Tensor(tensor.shape(), broken)), "'" + name + "' holds NaN");
      refused(
          with(content, name, new Tensor(new long[] {1, 1, 1}, new float[] {1})),
          "'" + name + "' has the shape [1, 1, 1]");
    }
    refused(
        with(content, "extra", new Tensor(new long[] {1}, new float[1])),
        "tensors that do not belong to its kind: extra");
  }

  /** Whatever the bytes: a message for the user or a model, never another exception. */
  @ParameterizedTest
  @MethodSource("classifiers")
  void damagedNumbersAreRefusedOrAnswerWithProbabilities(TabularClassifier classifier)
      throws IOException {
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(file, SmallModels.model(classifier));
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 1000; trial++) {
      byte[] damaged = bytes.clone();
      int hits = 1 + random.nextInt(3);
      for (int hit = 0; hit < hits; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        TabularModel model = TabularFile.read(new ByteArrayInputStream(damaged), "damaged");
        double[] p = model.probabilities(new double[model.features().size()]);
        assertThat(Arrays.stream(p)).allMatch(value -> value >= -1e-9 && value <= 1 + 1e-9);
      } catch (UserException expected) {
        assertThat(expected).hasMessageContaining("damaged");
      }
    }
  }

  @Test
  void linksOfTreesThatGoUpOrAcrossAreRefused() throws IOException {
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(file, SmallModels.model(SmallModels.classifiers().get(4)));
    TensorFile content = Safetensors.read(file);

    refused(with(content, "trees.left", Tensors.vector(new int[4])), "cannot be a child");
    refused(
        with(content, "trees.left", Tensors.vector(new int[] {3, 0, 0, 0})), "cannot be a child");
    refused(
        with(content, "trees.feature", Tensors.vector(new int[] {2, -1, -1, -1})),
        "has 2.0 where a whole number -1 to 1 must be");
    refused(
        with(content, "trees.roots", Tensors.vector(new int[] {0, 2})), "node 2 cannot be a child");
  }

  @Test
  void filesOfAnotherFormatVersionOrKindAreRefused() throws IOException {
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(file, SmallModels.model(SmallModels.classifiers().get(0)));
    TensorFile content = Safetensors.read(file);

    refused(noted(content, "format", "other"), "it is no model of a feature table");
    refused(noted(content, "version", "2"), "its version is 2; this RadCAM reads version 1");
    refused(noted(content, "kind", "oracle"), "its kind is oracle");
    refused(noted(content, "features", "[\"a\",\"a\"]"), "two of its features");
    refused(noted(content, "features", "{"), "no list of names");
    refused(noted(content, "features", "[\"a\",null]"), "has no name");
  }

  private void refused(TensorFile content, String why) throws IOException {
    Path file = folder.resolve("changed.safetensors");
    Safetensors.write(file, content, TensorType.F32);
    assertThatThrownBy(() -> TabularFile.read(file))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("changed.safetensors")
        .hasMessageContaining(why);
  }

  private static TensorFile with(TensorFile content, String name, Tensor tensor) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
    if (tensor == null) {
      tensors.remove(name);
    } else {
      tensors.put(name, tensor);
    }
    return new TensorFile(content.metadata(), tensors);
  }

  private static TensorFile noted(TensorFile content, String key, String note) {
    Map<String, String> notes = new LinkedHashMap<>(content.metadata());
    notes.put(key, note);
    return new TensorFile(notes, content.tensors());
  }
}
