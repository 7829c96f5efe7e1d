package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 *   <li>or resuming is asked for, its training is not finished, and recipe, manifest, folds, first
 *       weights, device and the images are those that it began with, and where radiomics features
 *       are measured the version of RadCAM.
 * </ul>
 */
final class RunFolder {
  private static final String FINGERPRINT = "fingerprint.txt";

  private final Path work;
  private final Path model;
  private final String fingerprint;

  private RunFolder(Path work, Path model, String fingerprint) {
    this.work = work;
    this.model = model;
    this.fingerprint = fingerprint;
  }

  /**
   * Looks whether the folder may be taken; nothing is written yet.
   *
   * @param identity everything that decides the result
   * @throws UserException if it is refused; the rules above say when
   */
  static RunFolder check(Path out, String modelId, List<String> identity, boolean resume)
      throws IOException {
    String fingerprint =
        Digests.sha256(String.join("\n", identity).getBytes(StandardCharsets.UTF_8));
    RunFolder folder = new RunFolder(out.resolve("training"), out.resolve(modelId), fingerprint);
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
      if (!folder.known().stream().limit(1).toList().equals(List.of(fingerprint))) {
        throw new UserException(
            out
                + " holds a training with another recipe, manifest, number of folds, first weights,"
                + " device or, where radiomics features are measured, version of RadCAM. Give the"
                + " same ones to resume it, or choose another --out.");
      }
    }
    return folder;
  }

  /**
   * Takes the folder: makes it, and notes which training it is for.
   *
   * @param images digest of the images
   * @throws UserException if the training in the folder began with other images
   */
  void take(String images) throws IOException {
    Path file = work.resolve(FINGERPRINT);
    List<String> now = List.of(fingerprint, images);
    if (Files.exists(file) && !known().equals(now)) {
      throw new UserException(
          "The images have changed since the training in "
              + work.getParent()
              + " began. Put back those that it began with to resume it, or choose another --out.");
    }
    Files.createDirectories(work);
    AtomicFiles.writeString(file, String.join("\n", now) + "\n");
  }

  /** Digests of what decides the result, and of the images. */
  private List<String> known() throws IOException {
    return Files.readString(work.resolve(FINGERPRINT)).strip().lines().toList();
  }

  /** Where logs, predictions and checkpoints are kept. */
  Path work() {
    return work;
  }

  /** Where the model package will be. */
  Path model() {
    return model;
  }

  /** Where a package is made to be measured; removed before, if an earlier run left one. */
  Path draft() throws IOException {
    Path draft = work.resolve("draft");
    remove(draft);
    return draft;
  }

  /** Removes a folder of ours with its files, if it is there. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
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
