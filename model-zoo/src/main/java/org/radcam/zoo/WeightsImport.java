package org.radcam.zoo;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;

/**
 * Makes a package from a definition and weights that somebody else trained.
 *
 * <ul>
 *   <li>The file must be safetensors, with exactly the network's tensors under torchvision's names.
 *   <li>The new package keeps the definition's task, preparation and classes, and says that its
 *       performance has not been measured.
 *   <li>Its test case is noise of fixed seeds and what the imported network answers to it.
 * </ul>
 */
public final class WeightsImport {
  /** Enough for one to speak for each class. */
  private static final int NOISES = 4;

  private WeightsImport() {}

  /**
   * Imports weights.
   *
   * @param weights a safetensors file
   * @param definition the card to begin from
   * @param id short name of the new package
   * @param folder where it shall be; must not exist
   * @throws UserException if the file is refused or does not fit, naming every tensor that does not
   */
  public static FolderPackage run(Path weights, ModelCard definition, String id, Path folder)
      throws IOException {
    if (!Files.isRegularFile(weights)) {
      throw new UserException("There is no file " + weights + ".");
    }
    if (!weights.getFileName().toString().endsWith(".safetensors")) {
      throw new UserException(
          weights
              + " is no .safetensors file. In Python, save the state dict as one first:"
              + " safetensors.torch.save_file(model.state_dict(), \"weights.safetensors\").");
    }
    PackageWriter.checkFree(folder);
    ModelCard card = card(definition, id, weights);
    StagedNetwork network = card.createNetworks();
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      NetworkWeights.load(network, weights, manager);
      try (PackageWriter writer = PackageWriter.into(folder)) {
        PackageFile file =
            writer.add(
                "weights.safetensors",
                path -> NetworkWeights.save(network, path, Map.of(), TensorType.F32));
        ModelCard.TestCase test =
            TestCases.add(writer, network, TestCases.telling(network, noise(card)));
        return writer.finish(card.toBuilder().weights(file).test(test).build());
      }
    }
  }

  private static List<TestCases.Input> noise(ModelCard card) {
    return LongStream.rangeClosed(1, NOISES).mapToObj(n -> TestCases.noise(card, n)).toList();
  }

  private static ModelCard card(ModelCard definition, String id, Path weights) {
    try {
      return definition.toBuilder()
          .id(id)
          .description(
              "Weights imported from "
                  + weights.getFileName()
                  + " into the definition "
                  + definition.id()
                  + ". "
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
          .trainingData("Not known here: weights imported from " + weights.getFileName() + ".")
          .obtainingWeights("")
          .build();
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
  }
}
