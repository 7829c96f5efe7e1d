package org.radcam.zoo.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.io.Digests;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;

/**
 * Weights that a training begins from: all but the head of each network. They are those of one
 * network, from which every stage of a cascade begins, or those of a cascade, whose stages begin
 * from the ones of the same name.
 *
 * @param name what the card calls them
 * @param sha256 digest of their file
 * @param tensors by their names in the file
 */
public record InitialWeights(String name, String sha256, Map<String, Tensor> tensors) {
  /**
   * Weights of a safetensors file.
   *
   * @throws UserException if it is not there, or broken
   */
  public static InitialWeights of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException("There is no weights file " + file);
    }
    try {
      return new InitialWeights(
          String.valueOf(file.getFileName()),
          Digests.sha256(file),
          Safetensors.read(file).tensors());
    } catch (IOException e) {
      throw new UserException("Cannot read the weights " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Weights of a model package.
   *
   * @throws UserException if it has none, or they are not what its card says
   */
  public static InitialWeights of(ModelPackage model) {
    if (!model.card().hasNetwork()) {
      throw new UserException(
          "The model '" + model.card().id() + "' has no network to begin from.");
    }
    PackageFile file =
        model
            .card()
            .weights()
            .orElseThrow(
                () ->
                    new UserException(
                        "The model '"
                            + model.card().id()
                            + "' has no weights to begin from: "
                            + model.card().obtainingWeights()));
    Map<String, Tensor> tensors =
        model.read(file, in -> Safetensors.read(in, file.name()).tensors());
    return new InitialWeights(
        "of the model " + model.card().id() + " " + model.card().version(), file.sha256(), tensors);
  }

  /**
   * Puts them into a network, whose head stays as it is.
   *
   * @param stage key of the network
   * @throws UserException naming every tensor that does not fit
   */
  void into(FeatureNetwork network, String stage, NDManager manager) {
    NetworkWeights.setFeatures(network, name, of(stage), manager);
  }

  private Map<String, Tensor> of(String stage) {
    String prefix = StagedNetwork.prefix(stage);
    if (prefix.isEmpty() || tensors.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
      return tensors;
    }
    Map<String, Tensor> own = new LinkedHashMap<>();
    tensors.forEach(
        (key, tensor) -> {
          if (key.startsWith(prefix)) {
            own.put(key.substring(prefix.length()), tensor);
          }
        });
    return own;
  }
}
