package org.radcam.model;

import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.io.Digests;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.ScriptNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resize;
import org.radcam.task.Branch;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;

/**
 * What a model package says of itself. Made by {@link ModelCardBuilder}, or read by {@link
 * CardReader}.
 *
 * <p>A card is refused where
 *
 * <ul>
 *   <li>its id, name, version or description is not one that bioimage.io takes;
 *   <li>its answers are not exactly the classes of its task (their order is free), or, for a
 *       cascade, the stages of the task's;
 *   <li>several networks do not answer the same question as {@link FusionCheck} asks, or it says
 *       that it can do without an image, but takes no mean;
 *   <li>a network has another number of channels than there are images for it (a single image, or
 *       the mean of several, may be every channel: grey for a network made for colour);
 *   <li>a network takes a role that no input has, or an input is taken by no network;
 *   <li>an input has a role that the task lacks, or its preparation does not end in a known size,
 *       or the sizes differ between inputs;
 *   <li>a network sees images but its input has slices, or the other way round, or its input is too
 *       small for it;
 *   <li>a clinical value is not one of the task's, a network takes some but not all of them, or
 *       none takes any;
 *   <li>it has a test case but no weights;
 *   <li>its weights are not safetensors, or, for a TorchScript program, no {@code .pt} file;
 *   <li>its second level does not go with the rest ({@link FeatureModelCheck}).
 * </ul>
 *
 * @param id short name, for macros and folders
 * @param name for people
 * @param version of the package, three numbers
 * @param description one paragraph
 * @param credits whose work it is
 * @param task the question it answers
 * @param inputs images, prepared; {@link Stage} says which of them a network takes, and how
 * @param clinical clinical values, in the order in which networks take them
 * @param stages the only network, one for each stage of the task's cascade, in its order, or one
 *     for each image, which answer the same question; none where the second level answers without
 *     one
 * @param features the second level, which answers in the network's place from named features; empty
 *     where networks answer themselves
 * @param activation how logits become probabilities
 * @param missing what happens to a case that lacks some of the images
 * @param weights the weights file (safetensors, or a TorchScript program), that of the second level
 *     where there is no network; empty where the package is a definition that needs weights
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
    List<InputSpec> inputs,
    List<ClinicalInput> clinical,
    List<Stage> stages,
    Optional<FeatureModelSpec> features,
    Activation activation,
    MissingImages missing,
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
    clinical = List.copyOf(clinical);
    stages = List.copyOf(stages);
    attachments = List.copyOf(attachments);
    limits = List.copyOf(limits);
    performance = List.copyOf(performance);
    checkId(id);
    checkName(name);
    checkVersion(version);
    checkDescription(description);
    check(!inputs.isEmpty() || features.isPresent(), "The model names no input");
    FeatureModelCheck.check(task, inputs, clinical, stages, features, weights);
    if (features.isEmpty() || !stages.isEmpty()) {
      checkAnswers(task, stages);
    }
    FusionCheck.check(missing, task, stages, features.isPresent());
    checkClinical(task, clinical);
    for (Stage stage : stages) {
      checkStage(stage, inputs, clinical);
    }
    check(
        clinical.isEmpty()
            || features.isPresent()
            || stages.stream().anyMatch(s -> s.architecture().clinical() > 0),
        "The model names clinical values, but no network takes them");
    for (InputSpec input : inputs) {
      check(
          task.roles().stream().anyMatch(role -> role.key().equals(input.role())),
          "Task " + task.key() + " has no image role '" + input.role() + "'");
      check(
          finalSize(input.preparation()).equals(finalSize(inputs.get(0).preparation())),
          "The inputs are prepared to different sizes");
      check(
          stages.stream().anyMatch(stage -> stage.roles().contains(input.role())),
          "No network takes the input '" + input.role() + "'");
    }
    for (Stage stage : stages) {
      checkShape(stage.architecture(), finalSize(inputs.get(0).preparation()));
    }
    check(
        stages.size() < 2 || activation == Activation.SOFTMAX,
        "Several networks need probabilities that sum to 1: softmax");
    check(test.isEmpty() || weights.isPresent(), "There is a test case, but nothing to test");
    check(domain.isEmpty() || !inputs.isEmpty(), "There is no image that 'domain' could be about");
    boolean script =
        stages.stream().anyMatch(stage -> ScriptNetwork.isKey(stage.architecture().key()));
    check(
        weights.isEmpty() || weights.get().name().endsWith(script ? ".pt" : ".safetensors"),
        script
            ? "A TorchScript network needs a .pt file"
            : "A network's weights are a .safetensors file");
    check(!script || stages.size() < 2, "A TorchScript program cannot be one of several networks");
  }

  private static void checkAnswers(Task task, List<Stage> stages) {
    if (FusionCheck.isFusion(task, stages)) {
      FusionCheck.check(stages);
      checkClasses(task, stages.get(0));
      return;
    }
    if (stages.size() > 1) {
      check(
          stages.stream().map(Stage::key).toList().equals(cascadeKeys(task))
              && IntStream.range(0, stages.size())
                  .allMatch(n -> stages.get(n).branches().equals(task.cascade().get(n).branches())),
          "The model's stages are not those of task " + task.key() + ": " + cascadeKeys(task));
      return;
    }
    check(
        stages.size() == 1 && stages.get(0).key().isEmpty(),
        "The model has one network without a key");
    checkClasses(task, stages.get(0));
  }

  private static void checkClasses(Task task, Stage stage) {
    List<Branch> branches = stage.branches();
    List<Branch> classes = task.classes().stream().map(Branch::of).toList();
    check(
        branches.size() == classes.size() && branches.containsAll(classes),
        "The model's classes "
            + stage.branchKeys()
            + " are not those of task "
            + task.key()
            + ": "
            + classes.stream().map(Branch::key).toList());
  }

  private static List<String> cascadeKeys(Task task) {
    return task.cascade().stream().map(CascadeStage::key).toList();
  }

  private static void checkClinical(Task task, List<ClinicalInput> clinical) {
    for (ClinicalInput input : clinical) {
      ClinicalField field =
          task.clinicalField(input.field())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Task " + task.key() + " has no clinical value '" + input.field() + "'"));
      check(
          input.width() == ClinicalInput.width(field),
          "The clinical value '"
              + input.field()
              + "' becomes "
              + ClinicalInput.width(field)
              + " numbers, but its centre and scale have "
              + input.width());
    }
    check(
        clinical.stream().map(ClinicalInput::field).distinct().count() == clinical.size(),
        "The model names a clinical value twice");
  }

  private static void checkStage(
      Stage stage, List<InputSpec> inputs, List<ClinicalInput> clinical) {
    ArchitectureSpec architecture = stage.architecture();
    for (String role : stage.roles()) {
      check(
          inputs.stream().anyMatch(input -> input.role().equals(role)),
          "The network takes '" + role + "', but no input has that role");
    }
    long images = inputs.stream().filter(input -> stage.roles().contains(input.role())).count();
    check(images > 0, "The network takes no image");
    check(
        images == 1 || stage.combine() == Combine.MEAN || architecture.inputChannels() == images,
        "The network takes "
            + architecture.inputChannels()
            + " channels, but the model names "
            + images
            + " inputs; each is one channel, or a single one is all of them");
    int width = clinical.stream().mapToInt(ClinicalInput::width).sum();
    check(
        architecture.clinical() == 0 || architecture.clinical() == width,
        "The network takes "
            + architecture.clinical()
            + " clinical numbers, but the model's clinical values are "
            + width);
  }

  private static void checkShape(ArchitectureSpec spec, Size size) {
    boolean volumes = Architectures.get(spec.key()).spatialAxes() == 3;
    check(
        volumes == size.slices() > 1,
        "The network "
            + spec.key()
            + (volumes ? " sees volumes" : " sees images")
            + ", but the inputs are prepared to "
            + (volumes ? "a single slice" : size.slices() + " slices"));
    Shape shape =
        volumes
            ? new Shape(1, spec.inputChannels(), size.slices(), size.rows(), size.columns())
            : new Shape(1, spec.inputChannels(), size.rows(), size.columns());
    try {
      Architectures.create(spec).featureShape(shape);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Inputs of " + size + " are too small for the network " + spec.key(), e);
    }
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

  /** The networks, without weights. */
  public StagedNetwork createNetworks() {
    Map<String, FeatureNetwork> networks = new LinkedHashMap<>();
    stages.forEach(stage -> networks.put(stage.key(), Architectures.create(stage.architecture())));
    return new StagedNetwork(networks);
  }

  /**
   * The weights, which a model must have before it can answer.
   *
   * @throws UserException that says how to get some, where there are none
   */
  public PackageFile requiredWeights() {
    return weights.orElseThrow(
        () ->
            new UserException(
                "The model '" + id + "' (" + name + ") needs weights. " + obtainingWeights));
  }

  /** Whether its network is a TorchScript program. */
  public boolean isScript() {
    return hasNetwork() && ScriptNetwork.isKey(stages.get(0).architecture().key());
  }

  /** Whether there is a network; a second level may answer without one. */
  public boolean hasNetwork() {
    return !stages.isEmpty();
  }

  /** The clinical values that networks take: none where the second level takes them. */
  public List<ClinicalInput> networkClinical() {
    return features.isPresent() ? List.of() : clinical;
  }

  /** How many clinical numbers the networks take. */
  public int clinicalNumbers() {
    return networkClinical().stream().mapToInt(ClinicalInput::width).sum();
  }

  /** Every file that the card names. */
  public List<PackageFile> files() {
    List<PackageFile> files = new ArrayList<>();
    weights.ifPresent(files::add);
    features.ifPresent(
        spec -> spec.files().stream().filter(file -> !files.contains(file)).forEach(files::add));
    domain.ifPresent(files::add);
    test.ifPresent(
        parts -> {
          files.add(parts.input());
          parts.clinical().ifPresent(files::add);
          files.add(parts.output());
        });
    files.addAll(attachments);
    return List.copyOf(files);
  }

  /** Whether the answer comes from several networks, one after the other. */
  public boolean isCascade() {
    return stages.size() > 1 && !isFusion();
  }

  /** Whether the answer is the mean of several networks', each of which has its own image. */
  public boolean isFusion() {
    return FusionCheck.isFusion(task, stages);
  }

  /**
   * The network of a model that has one.
   *
   * @throws IllegalStateException for a model of several, or of none
   */
  public Stage onlyStage() {
    if (!hasNetwork()) {
      throw new IllegalStateException("The model '" + id + "' has no network");
    }
    if (stages.size() > 1) {
      throw new IllegalStateException("The model '" + id + "' has several networks");
    }
    return stages.get(0);
  }

  /** Names of all logits, network after network: {@code class} or {@code stage.branch}. */
  public List<String> logitNames() {
    return stages.stream()
        .flatMap(
            stage ->
                stage.branchKeys().stream()
                    .map(branch -> stage.key().isEmpty() ? branch : stage.key() + "." + branch))
        .toList();
  }

  /** The images that a network takes, in the order in which they enter. */
  public List<InputSpec> inputsOf(Stage stage) {
    return inputs.stream().filter(input -> stage.roles().contains(input.role())).toList();
  }

  /**
   * Roles of the images that the model takes, in the task's order; none where it answers from
   * clinical values alone.
   */
  public List<ImageRole> roles() {
    return task.roles().stream()
        .filter(
            role ->
                inputs.stream().anyMatch(input -> input.role().equals(role.key()))
                    || measured().anyMatch(spec -> spec.role().equals(role.key())))
        .toList();
  }

  private Stream<RadiomicsSpec> measured() {
    return features.stream().flatMap(spec -> spec.radiomics().stream());
  }

  /**
   * Whether a case of this model has whole volumes; otherwise its images are single slices, and a
   * stack is as many cases as it has slices.
   */
  public boolean takesVolumes() {
    return inputs.stream().anyMatch(input -> input.preparation().takesVolumes())
        || measured().anyMatch(spec -> spec.dimensions() == 3 || spec.preparation().takesVolumes());
  }

  /** Whether the region of interest decides what the model sees. */
  public boolean needsRoi() {
    return inputs.stream().anyMatch(input -> input.preparation().needsRoi())
        || measured().findAny().isPresent();
  }

  /**
   * The role whose grid the region of interest and the heat map are on, in a case that lacks no
   * image.
   *
   * @throws IllegalStateException where the model takes no image
   */
  public ImageRole referenceRole() {
    List<ImageRole> roles = roles();
    if (roles.isEmpty()) {
      throw new IllegalStateException("The model '" + id + "' takes no image");
    }
    return roles.get(0);
  }

  /**
   * Size of the network's input, after preparation; one slice for a 2D network.
   *
   * @throws IllegalStateException where there is no network
   */
  public Size inputSize() {
    if (inputs.isEmpty()) {
      throw new IllegalStateException("The model '" + id + "' has no network");
    }
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
      } else if (step.changesGrid()) {
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
   * A raw input of the networks and the logits that they must give.
   *
   * @param input NPY file, float32, (N, channels, rows, columns) or (N, channels, slices, rows,
   *     columns); the channels of a cascade's networks one after the other
   * @param clinical NPY file, float32, (N, numbers); empty where the model takes no clinical values
   * @param output NPY file, float32, (N, logits); those of a cascade's networks one after the other
   */
  public record TestCase(PackageFile input, Optional<PackageFile> clinical, PackageFile output) {}
}
