package org.radcam.classify;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.radcam.engine.TorchEngine;
import org.radcam.io.Digests;
import org.radcam.model.Combine;
import org.radcam.model.Credits;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.task.Tasks;

/** A chest X-ray model of a few kilobytes with random weights: it knows nothing and is fast. */
public record TinyModel(ModelCard card, Path folder) implements ModelPackage {
  private static final ArchitectureSpec SPEC =
      ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125);

  /** Writes the weights to a folder. */
  public static TinyModel in(Path folder, long seed) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    FeatureNetwork network = Architectures.create(SPEC);
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      network.draw(manager, seed);
      NetworkWeights.save(network, file, Map.of(), TensorType.F32);
    }
    return new TinyModel(
        unweighted().weights(new PackageFile("weights.safetensors", Digests.sha256(file))).build(),
        folder);
  }

  /** A package of random weights for any card. */
  public static TinyModel of(ModelCard card, Path folder, long seed) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    StagedNetwork networks = card.createNetworks();
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      networks.draw(manager, seed);
      NetworkWeights.save(networks, file, Map.of(), TensorType.F32);
    }
    return new TinyModel(
        card.toBuilder()
            .weights(new PackageFile("weights.safetensors", Digests.sha256(file)))
            .build(),
        folder);
  }

  /** The card without weights. */
  public static ModelCardBuilder unweighted() {
    return new ModelCardBuilder()
        .id("tiny-demo")
        .name("Tiny test model")
        .description("Random weights, for tests.")
        .credits(new Credits(List.of("Nobody"), "Apache-2.0", List.of()))
        .task(Tasks.get("chest-xray"))
        .inputs(
            List.of(
                new InputSpec(
                    "CXR",
                    new Preparation(
                        List.of(
                            new Photometric(),
                            new Resize(64, 96, 0, Resize.Aspect.STRETCH),
                            new PercentileRange(1, 99),
                            new Normalise(0.5, 0.25))))))
        // Not the task's order, so that mixing up the two shows.
        .stages(
            List.of(
                Stage.only(
                    Tasks.get("chest-xray"),
                    List.of("finding", "no_finding"),
                    List.of("CXR"),
                    Combine.CHANNELS,
                    SPEC,
                    1)))
        .intendedUse("Tests.")
        .trainingData("None.")
        .obtainingWeights("Train it with ./radcam train.");
  }

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  public InputStream open(String fileName) throws IOException {
    return Files.newInputStream(folder.resolve(fileName));
  }

  /** The same package with another network. */
  public TinyModel withStage(Stage stage) {
    return with(card.toBuilder().stages(List.of(stage)).build());
  }

  /** The same package with another card. */
  public TinyModel with(ModelCard other) {
    return new TinyModel(other, folder);
  }
}
