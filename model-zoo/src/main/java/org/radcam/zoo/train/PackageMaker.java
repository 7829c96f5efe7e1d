package org.radcam.zoo.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.Activation;
import org.radcam.model.ClinicalInput;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Performance;
import org.radcam.model.Stage;
import org.radcam.model.Standing;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.Tensor;
import org.radcam.tabular.TabularModel;
import org.radcam.task.ClassLabel;
import org.radcam.zoo.TestCases;

/** Makes a model package of trained networks. */
final class PackageMaker {
  private static final String DEMO_LIMIT =
      "Demonstration only: trained with synthetic phantoms; what it says of patients' images means"
          + " nothing.";

  private static final String GUIDED_LIMIT =
      "It was also taught where lesions are (guidance), so that its heat maps lie on them is no proof"
          + " of what it looks at.";

  private final Recipe recipe;
  private final Provenance provenance;
  private final Standing standing;
  private final ModelCard plan;
  private final TestPhantoms phantoms;
  private final TestInputs testInputs;

  /**
   * @param provenance what the card says of the data and the first weights
   * @param phantoms that test cases are made of
   * @throws UserException if the recipe makes no valid card: to be known before a long training
   */
  PackageMaker(Recipe recipe, Provenance provenance, TestPhantoms phantoms) {
    this.recipe = recipe;
    this.phantoms = phantoms;
    this.provenance = provenance;
    // Synthetic images make a demonstration, whatever the recipe says.
    this.standing = provenance.phantoms().isEmpty() ? recipe.card().standing() : Standing.DEMO;
    try {
      this.plan = definition(Findings.none(recipe));
      InputCheck.check(plan);
      this.testInputs = new TestInputs(plan, phantoms);
    } catch (IllegalArgumentException e) {
      throw new UserException("The recipe makes no valid model card: " + e.getMessage(), e);
    }
  }

  /** How far the model may be trusted. */
  Standing standing() {
    return standing;
  }

  /** The card before anything is known of the training: what the networks take and answer. */
  ModelCard plan() {
    return plan;
  }

  /**
   * Sees to it that a test case can be made: to be known before a long training.
   *
   * @throws UserException if no synthetic case fits the recipe
   */
  void checkTest() {
    if (plan.features().isPresent()) {
      FeaturePackage.check(plan, phantoms);
    } else {
      testInputs.check();
    }
  }

  /**
   * What a training found out.
   *
   * @param temperatures of the stages
   * @param clinical how clinical values are scaled
   * @param second the second level, where there is one
   * @param domain tells images like those of the training; empty where there is no such model
   * @param performance measured figures
   * @param moreLimits after those of the recipe
   */
  record Findings(
      double[] temperatures,
      List<ClinicalInput> clinical,
      Optional<TabularModel> second,
      Optional<DomainModel> domain,
      List<Performance> performance,
      List<String> moreLimits) {
    private static Findings none(Recipe recipe) {
      return new Findings(
          recipe.stages().stream().mapToDouble(Stage::temperature).toArray(),
          ClinicalScaling.unscaled(recipe.clinical()),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }

    Findings withPerformance(List<Performance> figures) {
      return new Findings(temperatures, clinical, second, domain, figures, moreLimits);
    }
  }

  /**
   * Writes the package, with a test case made from synthetic cases.
   *
   * @param folder does not exist yet
   * @param weights of the stages
   */
  FolderPackage write(Path folder, List<Map<String, Tensor>> weights, Findings findings)
      throws IOException {
    ModelCard definition = definition(findings);
    if (definition.features().isPresent()) {
      return FeaturePackage.write(
          folder, definition, named(definition, weights), findings, recipe.savedAs(), phantoms);
    }
    StagedNetwork networks = definition.createNetworks();
    try (NDManager manager = TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
        PackageWriter writer = PackageWriter.into(folder)) {
      NetworkWeights.set(networks, named(definition, weights), manager);
      PackageFile file =
          writer.add(
              "weights.safetensors",
              path ->
                  NetworkWeights.save(
                      networks, path, Map.of("radcam.model", definition.id()), recipe.savedAs()));
      ModelCard.TestCase test =
          TestCases.add(writer, networks, testInputs.telling(definition, networks));
      ModelCardBuilder card = definition.toBuilder().weights(file).test(test);
      if (findings.domain().isPresent()) {
        card.domain(writer.add("domain.safetensors", findings.domain().orElseThrow()::write));
      }
      return writer.finish(card.build());
    }
  }

  private static Map<String, Tensor> named(
      ModelCard definition, List<Map<String, Tensor>> weights) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int n = 0; n < weights.size(); n++) {
      String prefix = StagedNetwork.prefix(definition.stages().get(n).key());
      weights.get(n).forEach((name, tensor) -> named.put(prefix + name, tensor));
    }
    return named;
  }

  /** The card without weights. */
  private ModelCard definition(Findings findings) {
    CardText text = recipe.card();
    List<String> limits = new ArrayList<>(text.limits());
    if (standing == Standing.DEMO) {
      limits.add(DEMO_LIMIT);
    }
    if (recipe.learning().guidance() > 0) {
      limits.add(GUIDED_LIMIT);
    }
    limits.addAll(findings.moreLimits());
    if (findings.performance().isEmpty()) {
      limits.add("Its performance was not measured.");
    }
    List<Stage> stages = new ArrayList<>();
    for (int n = 0; n < recipe.stages().size(); n++) {
      stages.add(recipe.stages().get(n).withTemperature(findings.temperatures()[n]));
    }
    return new ModelCardBuilder()
        .id(text.id())
        .name(text.name())
        .version(text.version())
        .description(text.description())
        .credits(text.credits())
        .task(recipe.task())
        .inputs(recipe.inputs())
        .clinical(findings.clinical())
        .stages(stages)
        .features(
            recipe
                .features()
                .map(
                    rules ->
                        new FeatureModelSpec(
                            recipe.task().classes().stream().map(ClassLabel::key).toList(),
                            Optional.empty(),
                            rules.radiomics(),
                            Optional.empty()))
                .orElse(null))
        .activation(Activation.SOFTMAX)
        .missing(recipe.missing())
        .standing(standing)
        .intendedUse(text.intendedUse())
        .limits(limits)
        .performance(findings.performance())
        .trainingData(text.trainingData() + " " + provenance.text())
        .obtainingWeights(text.obtainingWeights())
        .build();
  }
}
