package org.radcam.fiji;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.Combine;
import org.radcam.model.Credits;
import org.radcam.model.FolderPackage;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.task.Tasks;
import org.radcam.zoo.UserFolder;

/**
 * A chest X-ray model with random weights among the user's packages: fast, and it knows nothing.
 */
public final class TestModel {
  public static final String ID = "tiny-test";

  private TestModel() {}

  /** Writes the package where {@code ModelZoo.standard()} looks, unless it is there. */
  public static synchronized FolderPackage install() {
    Path folder = UserFolder.models().resolve(ID);
    if (!folder.toString().contains("target")) {
      throw new IllegalStateException("RADCAM_MODELS must name a folder of the build: " + folder);
    }
    try {
      return Files.exists(folder) ? FolderPackage.open(folder) : write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FolderPackage write(Path folder) throws IOException {
    ModelCard card = card();
    try (NDManager manager = TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
        PackageWriter writer = PackageWriter.into(folder)) {
      StagedNetwork network = card.createNetworks();
      network.draw(manager, 3);
      PackageFile weights =
          writer.add(
              "weights.safetensors",
              file -> NetworkWeights.save(network, file, Map.of(), TensorType.F32));
      return writer.finish(card.toBuilder().weights(weights).build());
    }
  }

  private static ModelCard card() {
    Preparation preparation =
        new Preparation(
            List.of(
                new Photometric(),
                new Resize(64, 64, 0, Resize.Aspect.STRETCH),
                new PercentileRange(1, 99),
                new Normalise(0.5, 0.25)));
    return new ModelCardBuilder()
        .id(ID)
        .name("Tiny model")
        .description("Random weights, for tests.")
        .credits(
            new Credits(
                List.of("Nobody"),
                "Apache-2.0",
                List.of(
                    new Credits.Citation(
                        "None",
                        java.util.Optional.empty(),
                        java.util.Optional.of("https://example.org")))))
        .task(Tasks.get("chest-xray"))
        .inputs(List.of(new InputSpec("CXR", preparation)))
        .stages(
            List.of(
                Stage.only(
                    Tasks.get("chest-xray"),
                    List.of("finding", "no_finding"),
                    List.of("CXR"),
                    Combine.CHANNELS,
                    ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125),
                    1)))
        .intendedUse("Tests.")
        .trainingData("None.")
        .obtainingWeights("Train it with ./radcam train.")
        .build();
  }
}
