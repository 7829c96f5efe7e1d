package org.radcam.zoo.evaluate;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.ResultJson;
import org.radcam.io.AtomicFiles;
import org.radcam.zoo.evaluate.plot.EvaluationPlots;
import org.radcam.zoo.evaluate.plot.Plot;

/**
 * Writes an evaluation: {@code metrics.json}, {@code metrics.csv}, {@code plots/*.svg} and {@code
 * .png}, and {@code report.html} last, so that where there is a report everything is there.
 *
 * <ul>
 *   <li>The folder is new, empty, or holds an earlier evaluation, which is replaced.
 *   <li>A folder with anything else in it is refused.
 * </ul>
 */
public final class EvaluationFolder {
  private static final String METRICS = "metrics.json";
  private static final String TABLE = "metrics.csv";
  private static final String REPORT = "report.html";
  private static final String PLOTS = "plots";

  private EvaluationFolder() {}

  /**
   * Refuses a folder that is not ours, before anything is computed.
   *
   * @throws UserException if it is a file, or holds something else
   */
  public static void check(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserException("'" + folder + "' is a file: choose a folder for the evaluation.");
    }
    if (Files.isDirectory(folder) && !Files.exists(folder.resolve(METRICS))) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.anyMatch(entry -> !entry.getFileName().toString().startsWith("."))) {
          throw new UserException(
              "The folder '"
                  + folder
                  + "' holds other files than those of an evaluation: choose a new or empty one.");
        }
      }
    }
  }

  /**
   * Writes everything.
   *
   * @return the report
   */
  public static Path write(
      Path folder, Evaluation evaluation, EvaluationSource source, Progress progress)
      throws IOException {
    check(folder);
    Map<String, List<Plot>> plots = new LinkedHashMap<>();
    for (ModelFigures one : evaluation.figures()) {
      progress.checkCancelled();
      progress.report(1, "Drawing " + one.predictions().split());
      plots.computeIfAbsent(
          one.predictions().split(), split -> EvaluationPlots.of(evaluation, split));
    }
    String report = ReportHtml.of(evaluation, source, plots);
    JsonObject metrics = MetricsJson.of(evaluation);
    String table = MetricsTable.of(evaluation);
    progress.checkCancelled();
    begin(folder);
    AtomicFiles.writeString(folder.resolve(METRICS), ResultJson.text(metrics));
    AtomicFiles.writeString(folder.resolve(TABLE), table);
    for (List<Plot> some : plots.values()) {
      for (Plot plot : some) {
        Path base = folder.resolve(PLOTS);
        AtomicFiles.writeString(base.resolve(plot.name() + ".svg"), plot.svg());
        AtomicFiles.write(base.resolve(plot.name() + ".png"), out -> out.write(plot.png()));
      }
    }
    Path page = folder.resolve(REPORT);
    AtomicFiles.writeString(page, report);
    return page;
  }

  /** Makes the folders, and takes away an earlier evaluation's report and plots. */
  private static void begin(Path folder) throws IOException {
    Path plots = folder.resolve(PLOTS);
    try {
      Files.createDirectories(plots);
    } catch (FileAlreadyExistsException e) {
      throw new UserException("'" + plots + "' is a file, where a folder is needed.", e);
    }
    Files.deleteIfExists(folder.resolve(REPORT));
    try (Stream<Path> entries = Files.list(plots)) {
      for (Path old : entries.toList()) {
        String name = old.getFileName().toString();
        if (name.endsWith(".svg") || name.endsWith(".png")) {
          Files.deleteIfExists(old);
        }
      }
    }
  }
}
