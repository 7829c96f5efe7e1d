package org.radcam.model;

import java.util.List;
import java.util.Optional;
import org.radcam.network.ArchitectureSpec;
import org.radcam.task.Task;

/**
 * What a model package says of itself.
 *
 * @param id short name, for macros and folders
 * @param name for people
 * @param version of the package
 * @param description one paragraph
 * @param task the question it answers
 * @param architecture the network
 * @param inputs images in the order of the network's channels
 * @param classes keys of the task's classes, in the order of the network's logits
 * @param activation how logits become probabilities
 * @param temperature logits are divided by it first (Guo et al., ICML 2017, section 4.2); 1 where
 *     the model is not calibrated
 * @param weights the weights file; empty where the package is a definition that needs weights
 * @param domain the file that tells typical inputs from others; empty where there is none
 * @param test the test case; empty where there are no weights to test
 * @param standing how far it may be trusted
 * @param intendedUse what it is for
 * @param limits what it is not for, and where it fails
 * @param performance measured figures
 * @param trainingData what it was trained on, with attribution
 * @param obtainingWeights how to train or import weights, in the user's words
 */
public record ModelCard(
    String id,
    String name,
    String version,
    String description,
    Task task,
    ArchitectureSpec architecture,
    List<InputSpec> inputs,
    List<String> classes,
    Activation activation,
    double temperature,
    Optional<PackageFile> weights,
    Optional<PackageFile> domain,
    Optional<TestCase> test,
    Standing standing,
    String intendedUse,
    List<String> limits,
    List<Performance> performance,
    String trainingData,
    String obtainingWeights) {
  public ModelCard {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
    limits = List.copyOf(limits);
    performance = List.copyOf(performance);
    if (!(temperature > 0)) {
      throw new IllegalArgumentException(
          "The calibration temperature must be above 0, got " + temperature);
    }
    if (classes.size() != task.classes().size()
        || !classes.stream().allMatch(key -> task.classOf(key).isPresent())) {
      throw new IllegalArgumentException(
          "The model's classes "
              + classes
              + " are not those of task "
              + task.key()
              + ": "
              + task.classes().stream().map(label -> label.key()).toList());
    }
    for (InputSpec input : inputs) {
      if (task.roles().stream().noneMatch(role -> role.key().equals(input.role()))) {
        throw new IllegalArgumentException(
            "Task " + task.key() + " has no image role '" + input.role() + "'");
      }
    }
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("The model names no input");
    }
  }

  /**
   * A raw input of the network and the logits that it must give.
   *
   * @param input NPY file, float32, (1, channels, rows, columns)
   * @param output NPY file, float32, (1, classes)
   */
  public record TestCase(PackageFile input, PackageFile output) {}
}
