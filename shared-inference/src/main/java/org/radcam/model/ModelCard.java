package org.radcam.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.radcam.image.Size;
import org.radcam.io.Digests;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resample;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiCrop;
import org.radcam.task.Task;

/**
 * What a model package says of itself. Made by {@link ModelCardBuilder}, or read by {@link
 * CardReader}.
 *
 * <p>A card is refused where
 *
 * <ul>
 *   <li>its id, name, version or description is not one that bioimage.io takes;
 *   <li>its classes are not exactly those of its task (their order is free);
 *   <li>its architecture has another number of classes, or of channels than there are inputs (a
 *       single input may be every channel: grey for a network made for colour);
 *   <li>an input has a role that the task lacks, or its preparation does not end in a known size,
 *       or the sizes differ between inputs;
 *   <li>the calibration temperature is not above 0;
 *   <li>it has a test case but no weights.
 * </ul>
 *
 * @param id short name, for macros and folders
 * @param name for people
 * @param version of the package, three numbers
 * @param description one paragraph
 * @param credits whose work it is
 * @param task the question it answers
 * @param architecture the network
 * @param inputs images in the order of the network's channels; a single one is all of them
 * @param classes keys of the task's classes, in the order of the network's logits
 * @param activation how logits become probabilities
 * @param temperature logits are divided by it first (Guo et al., ICML 2017, section 4.2); 1 where
 *     the model is not calibrated
 * @param weights the weights file (safetensors); empty where the package is a definition that needs
 *     weights
 * @param domain the file that tells typical inputs from others; empty where there is none
 * @param test the test case; empty where there is none
 * @param attachments files for other readers than RadCAM: the README, the network in Python
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
    Credits credits,
    Task task,
    ArchitectureSpec architecture,
    List<InputSpec> inputs,
    List<String> classes,
    Activation activation,
    double temperature,
    Optional<PackageFile> weights,
    Optional<PackageFile> domain,
    Optional<TestCase> test,
    List<PackageFile> attachments,
    Standing standing,
    String intendedUse,
    List<String> limits,
    List<Performance> performance,
    String trainingData,
    String obtainingWeights) {
  /** bioimage.io's limit. */
  private static final int MAX_DESCRIPTION = 1024;

  public ModelCard {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
    attachments = List.copyOf(attachments);
    limits = List.copyOf(limits);
    performance = List.copyOf(performance);
    checkId(id);
    checkName(name);
    checkVersion(version);
    checkDescription(description);
    check(
        temperature > 0 && temperature < Double.POSITIVE_INFINITY,
        "The calibration temperature must be above 0, got " + temperature);
    check(
        classes.size() == task.classes().size()
            && classes.stream().distinct().count() == classes.size()
            && classes.stream().allMatch(key -> task.classOf(key).isPresent()),
        "The model's classes "
            + classes
            + " are not those of task "
            + task.key()
            + ": "
            + task.classes().stream().map(label -> label.key()).toList());
    check(
        architecture.classes() == classes.size(),
        "The network has "
            + architecture.classes()
            + " logits, but there are "
            + classes.size()
            + " classes");
    check(!inputs.isEmpty(), "The model names no input");
    check(
        inputs.size() == 1 || architecture.inputChannels() == inputs.size(),
        "The network takes "
            + architecture.inputChannels()
            + " channels, but the model names "
            + inputs.size()
            + " inputs; each is one channel, or a single one is all of them");
    for (InputSpec input : inputs) {
      check(
          task.roles().stream().anyMatch(role -> role.key().equals(input.role())),
          "Task " + task.key() + " has no image role '" + input.role() + "'");
      check(
          finalSize(input.preparation()).equals(finalSize(inputs.get(0).preparation())),
          "The inputs are prepared to different sizes");
    }
    check(test.isEmpty() || weights.isPresent(), "There is a test case, but nothing to test");
  }

  static void checkId(String id) {
    check(
        id.matches("[a-z0-9][a-z0-9_.-]{0,63}"),
        "A model's id has lower-case letters, digits, '-', '_' and '.' only, not '" + id + "'");
  }

  static void checkName(String name) {
    check(
        name.matches("[A-Za-z0-9_+() -]{5,128}"),
        "A model's name has 5 to 128 letters, digits, spaces and _+-() only, not '" + name + "'");
  }

  static void checkVersion(String version) {
    check(
        version.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}"),
        "A model's version is three numbers such as 1.0.0, not '" + version + "'");
  }

  static void checkDescription(String description) {
    check(
        description.length() <= MAX_DESCRIPTION,
        "A model's description has at most " + MAX_DESCRIPTION + " characters");
  }

  /** Size of the network's input, after preparation; one slice for a 2D network. */
  public Size inputSize() {
    return finalSize(inputs.get(0).preparation());
  }

  /**
   * SHA-256 of all that the card says, the same for equal cards in one version of RadCAM: whoever
   * keeps results apart by model compares this as well as the weights' digest.
   */
  public String fingerprint() {
    return Digests.sha256(toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A card like this one, to be changed. */
  public ModelCardBuilder toBuilder() {
    return new ModelCardBuilder(this);
  }

  private static Size finalSize(Preparation preparation) {
    Size size = null;
    for (PreparationStep step : preparation.steps()) {
      if (step instanceof Resize resize) {
        size = new Size(resize.columns(), resize.rows(), Math.max(1, resize.slices()));
      } else if (step instanceof Resample || step instanceof RoiCrop) {
        size = null;
      }
    }
    check(
        size != null,
        "The preparation has no resize step, or the grid changes after it, so the network's input"
            + " has no known size");
    return size;
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * A raw input of the network and the logits that it must give.
   *
   * @param input NPY file, float32, (N, channels, rows, columns)
   * @param output NPY file, float32, (N, classes)
   */
  public record TestCase(PackageFile input, PackageFile output) {}
}
