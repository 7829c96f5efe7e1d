package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.Activation;
import org.radcam.model.Combine;
import org.radcam.model.FolderPackage;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Performance;
import org.radcam.model.Stage;
import org.radcam.model.Standing;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;
import org.radcam.task.Task;
import org.radcam.zoo.TestCases;
import org.radcam.zoo.phantom.Phantoms;

/** Makes a model package of a trained network. */
final class PackageMaker {
  /** Enough for one to speak for each class. */
  private static final long TEST_SEEDS = 4;

  private static final String DEMO_LIMIT =
      "Demonstration only: trained with synthetic phantoms; what it says of patients' images means"
          + " nothing.";

  private final Task task;
  private final Recipe recipe;
  private final List<String> classes;
  private final Provenance provenance;
  private final Standing standing;

  /**
   * @param provenance what the card says of the data and the first weights
   * @throws UserException if the recipe makes no valid card: to be known before a long training
   */
  PackageMaker(Task task, Recipe recipe, List<String> classes, Provenance provenance) {
    this.task = task;
    this.recipe = recipe;
    this.classes = classes;
    this.provenance = provenance;
    // Synthetic images make a demonstration, whatever the recipe says.
    this.standing = provenance.phantoms().isEmpty() ? recipe.card().standing() : Standing.DEMO;
    Phantoms.get(task.key());
    try {
      definition(1, List.of(), List.of());
    } catch (IllegalArgumentException e) {
      throw new UserException("The recipe makes no valid model card: " + e.getMessage(), e);
    }
  }

  /** How far the model may be trusted. */
  Standing standing() {
    return standing;
  }

  /**
   * Writes the package, with a test case made from a synthetic image.
   *
   * @param folder does not exist yet
   * @param network the trained one, on the CPU
   * @param domain tells images like those of the training; empty where they were too few
   * @param moreLimits found by the training, after those of the recipe
   */
  FolderPackage write(
      Path folder,
      FeatureNetwork network,
      Optional<DomainModel> domain,
      double temperature,
      List<Performance> performance,
      List<String> moreLimits)
      throws IOException {
    ModelCard definition = definition(temperature, performance, moreLimits);
    StagedNetwork networks = StagedNetwork.of(network);
    try (PackageWriter writer = PackageWriter.into(folder)) {
      PackageFile weights =
          writer.add(
              "weights.safetensors",
              file ->
                  NetworkWeights.save(
                      network, file, Map.of("radcam.model", definition.id()), TensorType.F32));
      ModelCard.TestCase test =
          TestCases.add(writer, networks, TestCases.telling(networks, testImages(definition)));
      ModelCardBuilder card = definition.toBuilder().weights(weights).test(test);
      if (domain.isPresent()) {
        card.domain(writer.add("domain.safetensors", domain.orElseThrow()::write));
      }
      return writer.finish(card.build());
    }
  }

  /** The card without weights. */
  private ModelCard definition(
      double temperature, List<Performance> performance, List<String> moreLimits) {
    CardText text = recipe.card();
    List<String> limits = new ArrayList<>(text.limits());
    if (standing == Standing.DEMO) {
      limits.add(DEMO_LIMIT);
    }
    limits.addAll(moreLimits);
    if (performance.isEmpty()) {
      limits.add("Its performance was not measured.");
    }
    return new ModelCardBuilder()
        .id(text.id())
        .name(text.name())
        .version(text.version())
        .description(text.description())
        .credits(text.credits())
        .task(task)
        .inputs(List.of(new InputSpec(task.referenceRole().key(), recipe.preparation())))
        .stages(
            List.of(
                Stage.only(
                    task,
                    classes,
                    List.of(task.referenceRole().key()),
                    Combine.CHANNELS,
                    recipe.network(classes.size()),
                    temperature)))
        .activation(Activation.SOFTMAX)
        .standing(standing)
        .intendedUse(text.intendedUse())
        .limits(limits)
        .performance(performance)
        .trainingData(text.trainingData() + " " + provenance.text())
        .obtainingWeights(text.obtainingWeights())
        .build();
  }

  /** Synthetic images, prepared: a package holds no patient's. */
  private List<TestCases.Input> testImages(ModelCard definition) {
    List<TestCases.Input> inputs = new ArrayList<>();
    for (long seed = 1; seed <= TEST_SEEDS; seed++) {
      for (String label : classes) {
        SourceImage image =
            Phantoms.get(task.key()).generate(seed, label).images().get(task.referenceRole().key());
        Volume prepared = recipe.preparation().apply(image, Optional.empty()).volume();
        inputs.add(TestCases.input(definition, List.of(prepared.voxels()), new float[0]));
      }
    }
    return inputs;
  }
}
