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
   * A card for a task, its classes in the task's order. Images are prepared as by the task's
   * package that is most like the network: of the same architecture, else of full width; never a
   * cascade.
   *
   * @param scaling of the input, where the weights want another than that package's
   * @throws UserException if the zoo has no such package
   */
  public static ModelCard forTask(
      ModelZoo zoo, String taskKey, ArchitectureSpec network, Optional<InputScaling> scaling) {
    Task task = Tasks.get(taskKey);
    int axes = Architectures.get(network.key()).spatialAxes();
    ModelCard like =
        zoo.packagesFor(taskKey).stream()
            .map(ModelPackage::card)
            .filter(card -> !card.isCascade() && axes(card) == axes)
            .min(
                Comparator.comparing(
                        (ModelCard card) -> !architecture(card).key().equals(network.key()))
                    .thenComparing(card -> architecture(card).width() != 1))
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
    List<InputSpec> inputs =
        like.inputs().stream()
            .map(input -> new InputSpec(input.role(), scaled(input.preparation(), scaling)))
            .toList();
    try {
      return like.toBuilder()
          .inputs(inputs)
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

  /** Puts the wanted scaling in the place of the last fixed one, where values are 0 to 1 before. */
  private static Preparation scaled(Preparation preparation, Optional<InputScaling> scaling) {
    List<PreparationStep> steps = new ArrayList<>(preparation.steps());
    boolean unit =
        steps.stream().anyMatch(step -> step instanceof Window || step instanceof PercentileRange);
    int last = steps.size() - 1;
    if (scaling.isPresent() && unit && steps.get(last) instanceof Normalise) {
      steps.set(last, new Normalise(scaling.get().mean(), scaling.get().std()));
    }
    return new Preparation(steps);
  }

  private static ArchitectureSpec architecture(ModelCard card) {
    return card.onlyStage().architecture();
  }

  private static int axes(ModelCard card) {
    return Architectures.get(architecture(card).key()).spatialAxes();
  }
}
