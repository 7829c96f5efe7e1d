package org.radcam.zoo;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;

/**
 * Writes a package for other software that reads bioimage.io models: a folder, or a zip with the
 * card at its root.
 *
 * <ul>
 *   <li>Refused is a package without weights or without a test case: bioimage.io asks for both.
 *   <li>Every file that is taken over is checked against the card.
 *   <li>Weights of another type than they are kept in are saved anew, and the expected logits are
 *       those of the saved weights; values beyond the range of float16 are refused.
 *   <li>A TorchScript program keeps its type; another one is refused.
 *   <li>What stands at the target is never replaced.
 * </ul>
 */
public final class PackageExport {
  private static final String ZIP = ".zip";

  private PackageExport() {}

  /**
   * Exports a package.
   *
   * @param target a folder, or a file whose name ends in .zip; must not exist
   * @param type of the weights; empty to keep them as they are
   */
  public static void run(ModelPackage model, Path target, Optional<TensorType> type)
      throws IOException {
    checkComplete(model.card());
    if (type.isPresent() && model.card().features().isPresent()) {
      throw new UserException(
          "The second level of the model '"
              + model.card().id()
              + "' was made for its network's weights as they are. Leave out --type.");
    }
    if (type.isPresent() && model.card().isScript()) {
      throw new UserException(
          "The model '"
              + model.card().id()
              + "' is a TorchScript program, which keeps its type. Leave out --type.");
    }
    if (!target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ZIP)) {
      write(model, target, type);
      return;
    }
    if (Files.exists(target)) {
      throw new UserException(
          target + " exists already. Choose another place, or remove it first.");
    }
    Path folder =
        target
            .toAbsolutePath()
            .resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID() + ".tmp");
    try {
      write(model, folder, type);
      PackageZip.write(folder, target);
    } finally {
      PackageZip.delete(folder);
    }
  }

  private static void checkComplete(ModelCard card) {
    if (card.weights().isEmpty()) {
      throw new UserException(
          "The model '"
              + card.id()
              + "' needs weights before it can be exported. "
              + card.obtainingWeights());
    }
    if (card.test().isEmpty() && card.hasNetwork()) {
      throw new UserException(
          "The model '"
              + card.id()
              + "' has no test case, which bioimage.io software asks for. Import its weights"
              + " anew: the import makes one.");
    }
  }

  private static FolderPackage write(ModelPackage model, Path folder, Optional<TensorType> type)
      throws IOException {
    ModelCard card = model.card();
    try (PackageWriter writer = PackageWriter.into(folder)) {
      PackageFile domain = null;
      if (card.domain().isPresent()) {
        domain = copy(writer, model, card.domain().get());
      }
      ModelCard whole =
          (type.isPresent() ? converted(writer, model, type.get()) : copied(writer, model))
              .toBuilder().domain(domain).build();
      return writer.finish(whole);
    }
  }

  private static ModelCard copied(PackageWriter writer, ModelPackage model) throws IOException {
    ModelCard card = model.card();
    for (PackageFile file : card.files()) {
      // The card for people and the network in Python are written anew.
      if (!card.attachments().contains(file) && !card.domain().equals(Optional.of(file))) {
        copy(writer, model, file);
      }
    }
    return card;
  }

  private static ModelCard converted(PackageWriter writer, ModelPackage model, TensorType type)
      throws IOException {
    ModelCard card = model.card();
    PackageFile weights = card.weights().orElseThrow();
    ModelCard.TestCase test = card.test().orElseThrow();
    TestCases.Input input =
        new TestCases.Input(
            model.read(test.input(), NpyArray::read),
            test.clinical().map(file -> model.read(file, NpyArray::read)));
    // Read although it is not taken over: a damaged package is not exported.
    model.read(test.output(), NpyArray::read);
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      StagedNetwork network = card.createNetworks();
      Map<String, String> notes =
          model.read(weights, in -> NetworkWeights.load(network, in, weights.name(), manager));
      PackageFile saved =
          writer.add(weights.name(), file -> save(network, file, notes, type, manager));
      return card.toBuilder().weights(saved).test(TestCases.add(writer, network, input)).build();
    }
  }

  /** Saves, and reads again, so that the network has what is in the file. */
  private static void save(
      StagedNetwork network,
      Path file,
      Map<String, String> notes,
      TensorType type,
      NDManager manager)
      throws IOException {
    try {
      NetworkWeights.save(network, file, notes, type);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ". Export it as F32.", e);
    }
    NetworkWeights.load(network, file, manager);
  }

  private static PackageFile copy(PackageWriter writer, ModelPackage model, PackageFile file)
      throws IOException {
    return writer.add(
        file.name(),
        to ->
            model.read(
                file,
                in -> {
                  Files.copy(in, to);
                  return file;
                }));
  }
}
