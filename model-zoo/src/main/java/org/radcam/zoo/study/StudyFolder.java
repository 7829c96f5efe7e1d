package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.io.AtomicFiles;
import org.radcam.io.Digests;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/**
 * The folder of a study.
 *
 * <ul>
 *   <li>A new study takes a new or empty folder.
 *   <li>One that was interrupted goes on only where that is asked for, and with the same
 *       definition, cases and weights.
 *   <li>Any other folder is refused, and nothing in it is touched.
 * </ul>
 */
final class StudyFolder {
  private static final String FINGERPRINT = "fingerprint.txt";
  private static final String PHANTOMS = "phantoms";

  private final Path out;

  private StudyFolder(Path out) {
    this.out = out;
  }

  /**
   * Looks whether the folder may be taken; nothing is written.
   *
   * @throws UserException if not
   */
  static StudyFolder check(Path out, boolean resume) throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UserException("'" + out + "' is a file: choose a folder for the study.");
    }
    StudyFolder folder = new StudyFolder(out);
    if (Files.exists(folder.fingerprint())) {
      if (!resume) {
        throw new UserException(
            out + " holds a study already. Add --resume to go on, or choose another --out.");
      }
      return folder;
    }
    if (Files.isDirectory(out)) {
      try (Stream<Path> there = Files.list(out)) {
        List<Path> foreign =
            there.filter(one -> !isOurs(one.getFileName().toString())).sorted().limit(1).toList();
        if (!foreign.isEmpty() || hasForeignPhantoms(out)) {
          throw new UserException(
              "The folder '" + out + "' holds something else than a study: choose a new one.");
        }
      }
    }
    return folder;
  }

  /** What an interruption may leave before there is a fingerprint. */
  private static boolean isOurs(String name) {
    return name.equals(PHANTOMS) || (name.startsWith(".radcam-") && name.endsWith(".tmp"));
  }

  /** Phantoms come first, so that they may be all that an interrupted study has left. */
  private static boolean hasForeignPhantoms(Path out) {
    Path phantoms = out.resolve(PHANTOMS);
    return Files.exists(phantoms) && !Files.isDirectory(phantoms.resolve("masks"));
  }

  /** Makes the phantoms of the small form, where they are not there yet; the manifest of them. */
  Path phantoms(Study study) throws IOException {
    Path labels = out.resolve(PHANTOMS).resolve("labels.csv");
    if (!Files.exists(labels)) {
      if (Files.exists(fingerprint())) {
        throw another();
      }
      PhantomFolder.write(
          Phantoms.get(study.task().key()),
          PhantomFolder.Counts.of(study.quick().phantoms()),
          study.seed(),
          labels.getParent());
    }
    return labels;
  }

  /**
   * Takes the folder.
   *
   * @param study its definition is kept beside the results
   * @param identity everything that decides the results
   * @throws UserException if the study in it is another
   */
  void take(Study study, List<String> identity) throws IOException {
    String now = Digests.sha256(String.join("\n", identity).getBytes(StandardCharsets.UTF_8));
    if (Files.exists(fingerprint())) {
      if (!Files.readString(fingerprint()).strip().equals(now)) {
        throw another();
      }
    } else {
      Files.createDirectories(out);
      // First, so that whatever else is there belongs to a study that can be told.
      AtomicFiles.writeString(fingerprint(), now + "\n");
    }
    AtomicFiles.writeString(out.resolve("study.yaml"), study.text());
  }

  private UserException another() {
    return new UserException(
        out
            + " holds a study of another definition, form, manifest, device or version of RadCAM, or"
            + " with other images or first weights. Give the same ones to resume it, or choose"
            + " another --out.");
  }

  /**
   * Sees to it that what is in a candidate's folder was trained by its recipe, which hangs on what
   * steps before chose.
   *
   * @throws UserException if not
   */
  void checkFinished(Candidate candidate) throws IOException {
    Path recipe = candidate(candidate).resolve("training").resolve("recipe.yaml");
    if (!Files.exists(recipe) || !Files.readString(recipe).equals(candidate.recipe().text())) {
      throw new UserException(
          candidate(candidate)
              + " holds a model that was trained by another recipe. Remove that folder to train it"
              + " again.");
    }
  }

  private Path fingerprint() {
    return out.resolve(FINGERPRINT);
  }

  /** Of a candidate's training. */
  Path candidate(Candidate candidate) {
    return out.resolve("candidates").resolve(candidate.key());
  }

  /** Case, patient, split and label of every case. */
  Path splits() {
    return out.resolve("splits.csv");
  }

  /**
   * What all models answer.
   *
   * @param stage of a cascade; empty for the task's classes
   */
  Path predictions(String stage) {
    return out.resolve(stage.isEmpty() ? "predictions.csv" : "predictions-" + stage + ".csv");
  }

  /** The evaluation of these. */
  Path report(String stage) {
    return out.resolve(stage.isEmpty() ? "report" : "report-" + stage);
  }

  /** The study's results for programs. */
  Path results() {
    return out.resolve("study.json");
  }
}
