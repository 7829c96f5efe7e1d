package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.io.AtomicFiles;
import org.radcam.io.Digests;

/**
 * The folder of one training: the model package in a folder of its id, and beside it {@code
 * training/} with the recipe, the logs, the predictions, the report, and checkpoints while it runs.
 *
 * <p>A folder is taken only where
 *
 * <ul>
 *   <li>it has no training yet;
 *   <li>or resuming is asked for, its training is not finished, and recipe, manifest, folds and
 *       first weights are those that it began with.
 * </ul>
 */
final class RunFolder {
  private static final String FINGERPRINT = "fingerprint.txt";

  private final Path work;
  private final Path model;

  private RunFolder(Path work, Path model) {
    this.work = work;
    this.model = model;
  }

  /**
   * Takes the folder.
   *
   * @param identity everything that decides the result
   * @throws UserException if it is refused; the rules above say when
   */
  static RunFolder take(Path out, String modelId, List<String> identity, boolean resume)
      throws IOException {
    RunFolder folder = new RunFolder(out.resolve("training"), out.resolve(modelId));
    String fingerprint =
        Digests.sha256(String.join("\n", identity).getBytes(StandardCharsets.UTF_8));
    Path known = folder.work.resolve(FINGERPRINT);
    if (Files.exists(folder.model)) {
      throw new UserException(
          folder.model + " is there already. Choose another --out, or remove it first.");
    }
    if (Files.exists(known)) {
      if (!resume) {
        throw new UserException(
            out + " holds a training already. Add --resume to go on, or choose another --out.");
      }
      if (!Files.readString(known).strip().equals(fingerprint)) {
        throw new UserException(
            out
                + " holds a training with another recipe, manifest, number of folds, first weights"
                + " or device. Give the same ones to resume it, or choose another --out.");
      }
    } else {
      Files.createDirectories(folder.work);
      AtomicFiles.writeString(known, fingerprint + "\n");
    }
    return folder;
  }

  /** Where logs, predictions and checkpoints are kept. */
  Path work() {
    return work;
  }

  /** Where the model package will be. */
  Path model() {
    return model;
  }

  /** Removes what only an unfinished training needs. */
  void removeCheckpoints() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().endsWith(".checkpoint.safetensors")) {
          Files.delete(file);
        }
      }
    }
  }
}
