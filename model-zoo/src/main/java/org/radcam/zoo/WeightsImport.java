package org.radcam.zoo;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorEntry;
import org.radcam.network.weights.TensorType;
import org.radcam.task.NoTask;

/**
 * Makes a package from a definition and weights that somebody else trained.
 *
 * <ul>
 *   <li>Under our names the file must hold exactly the network's tensors; every one that is
 *       missing, surplus or misshapen is named, and nothing is written.
 *   <li>A file without the last layer makes no package, because a drawn one would answer at random;
 *       its features can be written for a training.
 *   <li>The new package keeps the definition's task, preparation and classes, and says that its
 *       performance has not been measured.
 *   <li>Its test case is noise of fixed seeds and what the imported network answers to it.
 * </ul>
 */
public final class WeightsImport {
  /** Name of the file in the folder that {@link #features} makes. */
  public static final String FEATURES = "weights.safetensors";

  /** Enough for one to speak for each class. */
  private static final int NOISES = 4;

  private WeightsImport() {}

  /**
   * Imports weights.
   *
   * @param weights an open file
   * @param definition the card to begin from
   * @param id short name of the new package
   * @param folder where it shall be; must not exist
   * @throws UserException if the file is refused or does not fit, naming every tensor that does not
   */
  public static FolderPackage run(
      WeightsSource weights, ModelCard definition, String id, Path folder) throws IOException {
    ImportDefinition.check(definition);
    PackageWriter.checkFree(folder);
    ModelCard card = card(definition, id, weights.name());
    StagedNetwork network = card.createNetworks();
    if (card.stages().size() == 1) {
      checkHead(weights, network.networks().iterator().next());
    }
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      NetworkWeights.load(network, weights.reader(), manager);
      return write(
          card,
          network,
          "weights.safetensors",
          path -> NetworkWeights.save(network, path, Map.of(), TensorType.F32),
          folder);
    }
  }

  /**
   * Writes everything but the last layer, under our names, for {@code ./radcam train --init}.
   *
   * @param folder gets {@value #FEATURES}
   * @return the file
   * @throws UserException as for {@link #run}
   */
  public static Path features(WeightsSource weights, ArchitectureSpec architecture, Path folder)
      throws IOException {
    PackageWriter.checkFree(folder);
    FeatureNetwork network = Architectures.create(architecture);
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      NetworkWeights.loadFeatures(network, weights.reader(), manager);
      Files.createDirectories(folder);
      Path file = folder.resolve(FEATURES);
      NetworkWeights.saveFeatures(
          network,
          file,
          Map.of("radcam.architecture", architecture.key(), "radcam.source", weights.name()),
          TensorType.F32);
      return file;
    }
  }

  /** Writes and tests a package of networks that have their weights. */
  static FolderPackage write(
      ModelCard card,
      StagedNetwork network,
      String file,
      PackageWriter.FileBody weights,
      Path folder)
      throws IOException {
    try (PackageWriter writer = PackageWriter.into(folder)) {
      PackageFile added = writer.add(file, weights);
      ModelCard.TestCase test =
          TestCases.add(writer, network, TestCases.telling(network, noise(card)));
      return writer.finish(card.toBuilder().weights(added).test(test).build());
    }
  }

  private static void checkHead(WeightsSource weights, FeatureNetwork network) {
    Set<String> head = new TreeSet<>(network.namedParameters().keySet());
    head.removeIf(name -> !network.isHeadParameter(name));
    // Where more than the last layer is amiss, it is another network: strict loading lists it all.
    if (!featuresFit(weights, network)) {
      return;
    }
    if (weights.reader().entries().stream()
        .map(TensorEntry::name)
        .noneMatch(network::isHeadParameter)) {
      throw new UserException(
          weights.name()
              + " has no classifier ("
              + String.join(", ", head)
              + "): it holds features only and cannot answer. Add --headless to write them as first"
              + " weights for ./radcam train --init.");
    }
    int classes = network.spec().classes();
    int outputs = weights.outputs().orElse(classes);
    if (outputs != classes) {
      throw new UserException(
          "The classifier in "
              + weights.name()
              + " has "
              + outputs
              + " outputs, but the package would have "
              + classes
              + " classes. Give --classes "
              + outputs
              + " for a package without a task, or --headless to write the features alone as first"
              + " weights for ./radcam train --init.");
    }
  }

  private static boolean featuresFit(WeightsSource weights, FeatureNetwork network) {
    Map<String, long[]> found = new TreeMap<>();
    weights.reader().entries().forEach(entry -> found.put(entry.name(), entry.shape()));
    return network.namedParameters().entrySet().stream()
        .filter(parameter -> !network.isHeadParameter(parameter.getKey()))
        .allMatch(
            parameter ->
                Arrays.equals(
                    parameter.getValue().getShape().getShape(), found.get(parameter.getKey())));
  }

  private static List<TestCases.Input> noise(ModelCard card) {
    return LongStream.rangeClosed(1, NOISES).mapToObj(n -> TestCases.noise(card, n)).toList();
  }

  /** The definition's card, but of somebody's weights. */
  static ModelCard card(ModelCard definition, String id, String weights) {
    try {
      return definition.toBuilder()
          .id(id)
          .description(
              "Weights imported from "
                  + weights
                  + (NoTask.is(definition.task())
                      ? ". "
                      : " into the definition " + definition.id() + ". ")
                  + definition.task().question())
          .weights(null)
          .domain(null)
          .test(null)
          .stages(definition.stages().stream().map(stage -> stage.withTemperature(1)).toList())
          .limits(
              List.of(
                  "The weights were imported. Their performance with this preparation has not been"
                      + " measured here.",
                  "There is no model of typical inputs: an image of another kind is not noticed by"
                      + " its looks."))
          .performance(List.of())
          .trainingData("Not known here: weights imported from " + weights + ".")
          .obtainingWeights("")
          .build();
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
  }
}
