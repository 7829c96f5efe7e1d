package org.radcam.weasis.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.batch.FolderNames;
import org.radcam.batch.ResultFolder;
import org.radcam.classify.Case;
import org.radcam.classify.Result;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.run.Answer;

/**
 * Keeps answers as files in a folder that the user chose, as Fiji and batches do ({@link
 * ResultFolder}): a row of {@code results.csv}, and in a folder of the case's name its {@code
 * result.json}, its heat maps, and {@code overlay.png} of the slice with the most heat.
 *
 * <ul>
 *   <li>Nothing of the patient is written. A case has the name that the user gives it, of itself
 *       {@code case-001} and so on.
 *   <li>A case that is kept again under its name replaces what was there of it.
 *   <li>Refused: a folder with the results of another model, version or batch, and the name of
 *       another image's case.
 *   <li>Every file is written whole or not at all. Slow for volumes: never on the event dispatch
 *       thread.
 * </ul>
 */
public final class ResultKeeper {
  private static final int LONGEST_NAME = 100;

  /** The first of case-001, case-002 ... that the folder holds nothing of. */
  public static String freeName(Path folder) {
    for (int n = 1; ; n++) {
      String name = String.format(Locale.ROOT, "case-%03d", n);
      if (!Files.exists(folder.resolve(name))) {
        return name;
      }
    }
  }

  /** Keeps an answer under the first free name. */
  public List<Path> keep(Answer answer, Path folder, HeatStyle style) {
    return keep(answer, folder, freeName(folder), style);
  }

  /**
   * Keeps an answer.
   *
   * @param name of the case, as the user typed it
   * @return the files that now speak of it
   * @throws UserException if the folder or the name cannot be used, or nothing can be written
   */
  public List<Path> keep(Answer answer, Path folder, String name, HeatStyle style) {
    String typed = name.strip();
    if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
      throw new UserException(
          typed.isEmpty()
              ? "Give the case a name, such as case-001."
              : "Give the case a shorter name, of at most " + LONGEST_NAME + " characters.");
    }
    try {
      Result result = named(answer.result(), typed);
      ResultFolder results =
          ResultFolder.open(folder, answer.request().model().card(), result.audit().device());
      Case subject = answer.viewerCase().subject();
      results.begin(Map.of(typed, digest(subject)));
      results.add(
          new ResultFolder.Name(typed, ""),
          new Case(typed, subject.images(), subject.roi(), subject.clinical()),
          result,
          answer.seconds(),
          style);
      return files(folder, typed);
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(
          "The results could not be written to '" + folder + "': " + e.getMessage(), e);
    }
  }

  /** Of the reference image; without images, of the clinical values. */
  private static String digest(Case subject) {
    Optional<SourceImage> reference = subject.images().values().stream().findFirst();
    return reference.isPresent()
        ? Digests.sha256(reference.get().volume().voxels())
        : Digests.sha256(
            new TreeMap<>(subject.clinical()).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Result named(Result result, String name) {
    return new Result(
        name,
        result.taskKey(),
        result.modelId(),
        result.standing(),
        result.scores(),
        result.stages(),
        result.heatMap(),
        result.grids(),
        result.roiScores(),
        result.contributions(),
        result.warnings(),
        result.audit());
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> own = Files.list(folder.resolve(FolderNames.of(name)))) {
      return Stream.concat(Stream.of(folder.resolve("results.csv")), own.sorted()).toList();
    }
  }
}
