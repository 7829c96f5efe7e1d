package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.model.InputSpec;
import org.radcam.model.MissingImages;
import org.radcam.model.Stage;
import org.radcam.network.weights.TensorType;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.task.Task;

/**
 * Everything that decides how a model is trained, apart from the cases.
 *
 * @param task the question
 * @param card what the model's card will say
 * @param inputs images and their preparation, the same as for inference; each ends in a known size
 * @param clinical clinical values, in the order in which networks take them
 * @param screening of the clinical values before a network takes them; empty where all enter
 * @param stages the only network, one for each stage of the task's cascade, or one for each image,
 *     whose probabilities are combined; not calibrated yet
 * @param features how a second level is made that answers in the network's place; empty where the
 *     network answers
 * @param missing what the model does with a case that lacks some of its images; training cases have
 *     all
 * @param augmentation of the images that are learnt from
 * @param learning how each network learns
 * @param savedAs number format of the package's weights
 * @param seed of everything that is drawn
 * @param onlyFor SHA-256 of the one manifest that the card's text is true of; empty where it holds
 *     for any
 * @param text the recipe as it was written
 */
public record Recipe(
    Task task,
    CardText card,
    List<InputSpec> inputs,
    List<ClinicalPolicy> clinical,
    Optional<ScreeningRule> screening,
    List<Stage> stages,
    Optional<FeatureRecipe> features,
    MissingImages missing,
    Augmentation augmentation,
    Learning learning,
    TensorType savedAs,
    long seed,
    Optional<String> onlyFor,
    String text) {
  public Recipe {
    inputs = List.copyOf(inputs);
    clinical = List.copyOf(clinical);
    stages = List.copyOf(stages);
    if (inputs.isEmpty() == !stages.isEmpty() || (stages.isEmpty() && features.isEmpty())) {
      throw new IllegalArgumentException(
          inputs.isEmpty()
              ? "'inputs' names no image"
              : "'inputs' names an image, but there is no network that takes it");
    }
    inputs.forEach(input -> size(input.preparation()));
  }

  /**
   * Refuses data that the card's text is not about.
   *
   * @throws UserException if the recipe is for one manifest only, and this is another
   */
  void check(Manifest manifest) {
    if (onlyFor.isPresent() && !onlyFor.orElseThrow().equals(manifest.sha256())) {
      throw new UserException(
          "The text of the recipe '"
              + card.id()
              + "' is true of one set of images only, whose manifest has the SHA-256 "
              + onlyFor.orElseThrow()
              + "; that of "
              + manifest.name()
              + " is "
              + manifest.sha256()
              + ". Give --recipe chest-xray, or a copy with your own text and without 'for'.");
    }
  }

  /**
   * The same with some of the clinical values.
   *
   * @param kept in their order
   * @param numbers that they are for the network
   * @param sentence for the card: why these
   */
  Recipe screened(List<ClinicalPolicy> kept, int numbers, String sentence) {
    return new Recipe(
        task,
        card.withTrainingData(card.trainingData() + " " + sentence),
        inputs,
        kept,
        screening,
        stages.stream()
            .map(stage -> stage.withArchitecture(stage.architecture().withClinical(numbers)))
            .toList(),
        features,
        missing,
        augmentation,
        learning,
        savedAs,
        seed,
        onlyFor,
        text);
  }

  /** The same with one more sentence about its training on the card. */
  Recipe withTrainingData(String sentence) {
    return new Recipe(
        task,
        card.withTrainingData(card.trainingData() + " " + sentence),
        inputs,
        clinical,
        screening,
        stages,
        features,
        missing,
        augmentation,
        learning,
        savedAs,
        seed,
        onlyFor,
        text);
  }

  /** The same made small. */
  Recipe quick(
      CardText smallCard, List<InputSpec> smallInputs, List<Stage> smallStages, Learning shorter) {
    return new Recipe(
        task,
        smallCard,
        smallInputs,
        clinical,
        screening,
        smallStages,
        features,
        missing,
        augmentation,
        shorter,
        savedAs,
        seed,
        onlyFor,
        text);
  }

  /** What people call the classifiers that its second level tries; none without such a level. */
  public List<String> classifiers() {
    return features.stream()
        .flatMap(rules -> rules.classifiers().stream())
        .map(SecondLevelTrainers::title)
        .toList();
  }

  /** Whether there is a network that is taken as it is, and so must be given. */
  public boolean needsInitial() {
    return !stages.isEmpty() && !learns();
  }

  /** Whether there is a network that is trained. */
  boolean learns() {
    return !stages.isEmpty() && features.map(FeatureRecipe::learns).orElse(true);
  }

  /** Size of the networks' input. */
  public Size inputSize() {
    return size(inputs.get(0).preparation());
  }

  private static Size size(Preparation preparation) {
    Size size = null;
    for (var step : preparation.steps()) {
      if (step instanceof Resize resize) {
        size = new Size(resize.columns(), resize.rows(), Math.max(1, resize.slices()));
      }
    }
    if (size == null) {
      throw new IllegalArgumentException("The preparation has no resize step");
    }
    return size;
  }
}
