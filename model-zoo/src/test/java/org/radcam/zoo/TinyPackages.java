package org.radcam.zoo;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.Standing;
import org.radcam.model.TestCards;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;

/** Whole packages of a tiny network with random weights. */
public final class TinyPackages {
  private TinyPackages() {}

  public static FolderPackage write(Path folder, String id) throws IOException {
    return write(folder, id, Standing.DEMO);
  }

  /** One of a given standing. */
  public static FolderPackage write(Path folder, String id, Standing standing) throws IOException {
    return write(folder, TestCards.definition().id(id).standing(standing).build());
  }

  /** One of any card. */
  public static FolderPackage write(Path folder, ModelCard card) throws IOException {
    try (NDManager manager = manager();
        PackageWriter writer = PackageWriter.into(folder)) {
      StagedNetwork network = card.createNetworks();
      network.draw(manager, 7);
      PackageFile weights =
          writer.add(
              "weights.safetensors",
              file -> NetworkWeights.save(network, file, Map.of(), TensorType.F32));
      ModelCard.TestCase test = TestCases.add(writer, network, TestCases.noise(card, 1));
      return writer.finish(card.toBuilder().weights(weights).test(test).build());
    }
  }

  /** A safetensors file of random weights for a card's network. */
  public static Path weights(Path file, ModelCard card) throws IOException {
    try (NDManager manager = manager()) {
      StagedNetwork network = card.createNetworks();
      network.draw(manager, 11);
      NetworkWeights.save(network, file, Map.of(), TensorType.F32);
      return file;
    }
  }

  private static NDManager manager() {
    return TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
  }
}
