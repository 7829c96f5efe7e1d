package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Size;
import org.radcam.model.Activation;
import org.radcam.model.FolderPackage;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Performance;
import org.radcam.model.Standing;
import org.radcam.network.weights.TensorType;
import org.radcam.task.Task;

/** Makes a model package of a trained network. */
final class PackageMaker {
  private final Task task;
  private final Recipe recipe;
  private final List<String> classes;

  PackageMaker(Task task, Recipe recipe, List<String> classes) {
    this.task = task;
    this.recipe = recipe;
    this.classes = classes;
  }

  /**
   * Writes the package, with a test case made from a drawn picture.
   *
   * @param folder does not exist yet
   * @param moreLimits found by the training, after those of the recipe
   */
  FolderPackage write(
      Path folder,
      Session session,
      double temperature,
      List<Performance> performance,
      List<String> moreLimits)
      throws IOException {
    CardText text = recipe.card();
    List<String> limits = new ArrayList<>(text.limits());
    limits.addAll(moreLimits);
    if (performance.isEmpty()) {
      limits.add("Its performance was not measured.");
    }
    try (PackageWriter writer = PackageWriter.into(folder)) {
      PackageFile weights =
          writer.add(
              "weights.safetensors",
              file -> session.save(file, Map.of("radcam.model", text.id()), TensorType.F32));
      return writer.finish(
          new ModelCardBuilder()
              .id(text.id())
              .name(text.name())
              .version(text.version())
              .description(text.description())
              .credits(text.credits())
              .task(task)
              .architecture(recipe.network(classes.size()))
              .inputs(List.of(new InputSpec(task.referenceRole().key(), recipe.preparation())))
              .classes(classes)
              .activation(Activation.SOFTMAX)
              .temperature(temperature)
              .weights(weights)
              .test(testCase(writer, session))
              .standing(Standing.RESEARCH)
              .intendedUse(text.intendedUse())
              .limits(limits)
              .performance(performance)
              .trainingData(text.trainingData())
              .obtainingWeights(text.obtainingWeights())
              .build());
    }
  }

  private ModelCard.TestCase testCase(PackageWriter writer, Session session) throws IOException {
    float[] pixels =
        recipe.preparation().apply(TestImage.draw(), Optional.empty()).volume().voxels();
    double[] answer = session.logits(pixels, 1)[0];
    float[] logits = new float[answer.length];
    for (int c = 0; c < logits.length; c++) {
      logits[c] = (float) answer[c];
    }
    Size size = recipe.inputSize();
    int channels = recipe.inputChannels();
    float[] input = new float[channels * pixels.length];
    for (int c = 0; c < channels; c++) {
      System.arraycopy(pixels, 0, input, c * pixels.length, pixels.length);
    }
    return new ModelCard.TestCase(
        writer.add("test-input.npy", NpyArray.of(input, 1, channels, size.rows(), size.columns())),
        writer.add("test-output.npy", NpyArray.of(logits, 1, logits.length)));
  }
}
