package org.radcam.zoo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.model.Activation;
import org.radcam.model.Combine;
import org.radcam.model.Credits;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.ModelPackage;
import org.radcam.model.Stage;
import org.radcam.model.Standing;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.weights.mapping.InputScaling;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resize;
import org.radcam.prepare.Window;
import org.radcam.task.ClassLabel;
import org.radcam.task.NoTask;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/** The card that an import begins from, where no package is named as its definition. */
public final class ImportDefinition {
  /** What most networks for images were trained with. */
  private static final int IMAGE_SIDE = 224;

  private static final int VOLUME_SIDE = 64;

  private ImportDefinition() {}

  /**
   * Refuses a definition whose second level a file of weights does not hold.
   *
   * @throws UserException saying what to do
   */
  static void check(ModelCard definition) {
    if (definition.features().isPresent()) {
      throw new UserException(
          "The model '"
              + definition.id()
              + "' answers by a second level over its network's features, which weights alone do not"
              + " have. Train it: "
              + definition.obtainingWeights());
    }
  }

  /**
   * A card for a task, its classes in the task's order. Images are prepared as by the shipped
   * package of the task that is most like the network, whose id the card still has; never one of
   * several networks, and never an earlier import. The first of these that tells two apart decides:
   *
   * <ul>
   *   <li>the nearest width, as a ratio;
   *   <li>the same architecture;
   *   <li>the nearest number of channels.
   * </ul>
   *
   * @throws UserException if the zoo has no such package
   */
  public static ModelCard forTask(String taskKey, ArchitectureSpec network) {
    Task task = Tasks.get(taskKey);
    int axes = Architectures.get(network.key()).spatialAxes();
    ModelCard like =
        ModelZoo.shipped().packagesFor(taskKey).stream()
            .map(ModelPackage::card)
            // A demo's way with phantoms is no way for anybody's weights.
            .filter(card -> card.standing() != Standing.DEMO)
            .filter(card -> card.features().isEmpty() && card.stages().size() == 1)
            .filter(card -> axes(card) == axes)
            .min(
                Comparator.comparingDouble(
                        (ModelCard card) ->
                            Math.abs(Math.log(architecture(card).width() / network.width())))
                    .thenComparing(card -> !architecture(card).key().equals(network.key()))
                    .thenComparing(
                        card ->
                            Math.abs(architecture(card).inputChannels() - network.inputChannels())))
            .orElseThrow(
                () ->
                    new UserException(
                        "No package of task "
                            + taskKey
                            + " has a single network for "
                            + (axes == 2 ? "images" : "volumes")
                            + " whose preparation could be taken over. Name a definition with"
                            + " --package, or give --classes N for a package without a task."));
    Stage old = like.onlyStage();
    try {
      return like.toBuilder()
          .clinical(List.of())
          .stages(
              List.of(
                  Stage.only(
                      task,
                      task.classes().stream().map(ClassLabel::key).toList(),
                      old.roles(),
                      old.combine(),
                      network,
                      1)))
          .weights(null)
          .domain(null)
          .test(null)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
  }

  /** A card without a task, for outputs that nobody has told the meaning of. */
  public static ModelCard withoutTask(ArchitectureSpec network, Optional<InputScaling> scaling) {
    if (network.classes() < 2) {
      throw new UserException("A network needs at least 2 classes, not " + network.classes() + ".");
    }
    List<String> outputs =
        IntStream.rangeClosed(1, network.classes()).mapToObj(n -> "output_" + n).toList();
    Task task = NoTask.of(outputs);
    boolean flat = Architectures.get(network.key()).spatialAxes() == 2;
    Size size =
        flat ? Size.of(IMAGE_SIDE, IMAGE_SIDE) : new Size(VOLUME_SIDE, VOLUME_SIDE, VOLUME_SIDE);
    List<PreparationStep> steps = new ArrayList<>();
    steps.add(
        new Resize(size.columns(), size.rows(), flat ? 0 : size.slices(), Resize.Aspect.STRETCH));
    scaling.ifPresent(wanted -> steps.add(new Normalise(wanted.mean(), wanted.std())));
    return new ModelCardBuilder()
        .id("none")
        .name("Imported " + Architectures.get(network.key()).title())
        .credits(new Credits(List.of("Not known (imported)"), Credits.UNSPECIFIED, List.of()))
        .task(task)
        .inputs(List.of(new InputSpec(NoTask.ROLE, new Preparation(steps))))
        .stages(
            List.of(Stage.only(task, outputs, List.of(NoTask.ROLE), Combine.CHANNELS, network, 1)))
        .activation(Activation.SOFTMAX)
        .intendedUse(
            "To be run on arrays and compared with other software, or trained further. It answers"
                + " nothing about a patient.")
        .build();
  }

  /**
   * A card whose images are scaled as the weights want, in the place of its own last scaling.
   *
   * @return empty where an input has no values of 0 to 1 that it then scales: there the wanted
   *     scaling would mean something else
   */
  public static Optional<ModelCard> scaled(ModelCard card, InputScaling wanted) {
    if (!card.inputs().stream().allMatch(input -> isScaledFromUnit(input.preparation()))) {
      return Optional.empty();
    }
    List<InputSpec> inputs = new ArrayList<>();
    for (InputSpec input : card.inputs()) {
      List<PreparationStep> steps = new ArrayList<>(input.preparation().steps());
      steps.set(steps.size() - 1, new Normalise(wanted.mean(), wanted.std()));
      inputs.add(new InputSpec(input.role(), new Preparation(steps)));
    }
    return Optional.of(card.toBuilder().inputs(inputs).build());
  }

  private static boolean isScaledFromUnit(Preparation preparation) {
    List<PreparationStep> steps = preparation.steps();
    return steps.stream()
            .anyMatch(step -> step instanceof Window || step instanceof PercentileRange)
        && steps.get(steps.size() - 1) instanceof Normalise;
  }

  private static ArchitectureSpec architecture(ModelCard card) {
    return card.onlyStage().architecture();
  }

  private static int axes(ModelCard card) {
    return Architectures.get(architecture(card).key()).spatialAxes();
  }
}
