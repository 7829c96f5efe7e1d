package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;
import org.radcam.network.weights.TensorType;

/** Rounds weights as their file will: whatever is measured is measured on what is shipped. */
final class SavedWeights {
  private SavedWeights() {}

  /**
   * A model with its weights rounded.
   *
   * @param folder for a file on the way
   */
  static ModelTrainer.Trained as(TensorType type, ModelTrainer.Trained trained, Path folder)
      throws IOException {
    if (type == TensorType.F32) {
      return trained;
    }
    Path file = folder.resolve("rounded.safetensors");
    List<NetworkTrainer.Trained> rounded = new ArrayList<>();
    try {
      for (NetworkTrainer.Trained network : trained.networks()) {
        Safetensors.write(file, new TensorFile(Map.of(), network.weights()), type);
        Map<String, Tensor> weights = Safetensors.read(file).tensors();
        rounded.add(new NetworkTrainer.Trained(weights, network.epoch(), network.history()));
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return new ModelTrainer.Trained(trained.name(), trained.recipe(), rounded, trained.clinical());
  }
}
