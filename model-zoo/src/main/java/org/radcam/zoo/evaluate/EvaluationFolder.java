package org.radcam.zoo.evaluate;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.ResultJson;
import org.radcam.zoo.evaluate.plot.Plot;

/**
 * Writes an evaluation: {@code metrics.json}, {@code metrics.csv}, {@code plots/*.svg} and {@code
 * .png}, and {@code report.html}.
 *
 * <ul>
 *   <li>The folder is new, empty, or holds an earlier evaluation, which is replaced.
 *   <li>A folder with anything else in it is refused.
 *   <li>Everything is written beside first, and takes its place when it is complete: what fails or
 *       is cancelled leaves the folder as it was. The report comes last, so that where there is a
 *       report everything is there. What was there is moved aside meanwhile, and back if one of the
 *       moves fails; if that fails, too, it stays in a hidden folder.
 * </ul>
 */
public final class EvaluationFolder {
  private static final String METRICS = "metrics.json";
  private static final String TABLE = "metrics.csv";
  private static final String REPORT = "report.html";
  private static final String PLOTS = "plots";
  private static final Set<String> OURS = Set.of(METRICS, TABLE, REPORT, PLOTS);

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
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all = shown(folder);
    for (Path one : all) {
      if (!OURS.contains(one.getFileName().toString())) {
        throw foreign(folder, one);
      }
    }
    Path plots = folder.resolve(PLOTS);
    for (Path one : Files.isDirectory(plots) ? shown(plots) : List.<Path>of()) {
      if (!one.toString().endsWith(".svg") && !one.toString().endsWith(".png")) {
        throw foreign(folder, one);
      }
    }
    if (!all.isEmpty() && !isEvaluation(folder.resolve(METRICS))) {
      throw foreign(folder, all.get(0));
    }
  }

  private static List<Path> shown(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(one -> !one.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private static UserException foreign(Path folder, Path one) {
    return new UserException(
        "The folder '"
            + folder
            + "' holds '"
            + folder.relativize(one)
            + "', which is of no evaluation: choose a new or empty folder.");
  }

  /** Training, too, writes a file of this name. */
  private static boolean isEvaluation(Path metrics) throws IOException {
    if (!Files.isRegularFile(metrics)) {
      return false;
    }
    try {
      JsonElement json = JsonParser.parseString(Files.readString(metrics));
      return json.isJsonObject()
          && json.getAsJsonObject().has("models")
          && json.getAsJsonObject().has("comparisons");
    } catch (JsonParseException e) {
      return false;
    }
  }

  /**
   * Writes everything.
   *
   * @return the report
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static Path write(
      Path folder, Evaluation evaluation, EvaluationSource source, Progress progress)
      throws IOException {
    return write(folder, evaluation, source, List.of(), progress);
  }

  /**
   * The same with parts of the report that are about more than predictions.
   *
   * @param sections in this order, before all that is about predictions
   * @return the report
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static Path write(
      Path folder,
      Evaluation evaluation,
      EvaluationSource source,
      List<ReportSection> sections,
      Progress progress)
      throws IOException {
    check(folder);
    Map<String, SplitDrawings<Plot>> plots = EvaluationPlots.of(evaluation, progress);
    Path made = firstMissing(folder);
    Files.createDirectories(folder);
    Path beside = folder.resolve(".radcam-" + UUID.randomUUID() + ".tmp");
    try {
      Map<String, SplitDrawings<String>> drawn = drawn(plots, beside.resolve(PLOTS), progress);
      Files.writeString(beside.resolve(TABLE), MetricsTable.of(evaluation));
      Files.writeString(beside.resolve(METRICS), ResultJson.text(MetricsJson.of(evaluation)));
      Files.writeString(beside.resolve(REPORT), ReportHtml.of(evaluation, source, sections, drawn));
      progress.checkCancelled();
      replace(folder, beside);
      return folder.resolve(REPORT);
    } finally {
      delete(beside);
      if (made != null && shown(folder).isEmpty()) {
        deleteEmpty(folder, made);
      }
    }
  }

  /** Writes the plots, and gives them back as SVG by split. */
  private static Map<String, SplitDrawings<String>> drawn(
      Map<String, SplitDrawings<Plot>> plots, Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    Map<String, SplitDrawings<String>> drawn = new LinkedHashMap<>();
    for (Map.Entry<String, SplitDrawings<Plot>> split : plots.entrySet()) {
      drawn.put(
          split.getKey(),
          new SplitDrawings<>(
              drawn(split.getValue().ofAll(), folder, progress),
              drawn(split.getValue().ofEach(), folder, progress)));
    }
    return drawn;
  }

  private static List<String> drawn(List<Plot> plots, Path folder, Progress progress)
      throws IOException {
    List<String> drawn = new ArrayList<>();
    for (Plot plot : plots) {
      progress.checkCancelled();
      String svg = plot.svg();
      Files.writeString(folder.resolve(plot.name() + ".svg"), svg);
      Files.write(folder.resolve(plot.name() + ".png"), plot.png());
      drawn.add(svg);
    }
    return drawn;
  }

  private static Path firstMissing(Path folder) {
    Path missing = null;
    for (Path one = folder.toAbsolutePath(); one != null && !Files.exists(one); ) {
      missing = one;
      one = one.getParent();
    }
    return missing;
  }

  /** The report goes first and comes last. */
  static void replace(Path folder, Path beside) throws IOException {
    Path before = Files.createDirectory(folder.resolve(".radcam-" + UUID.randomUUID() + ".before"));
    List<String> replaced = new ArrayList<>();
    try {
      for (String name : List.of(REPORT, PLOTS, TABLE, METRICS)) {
        if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
          Files.move(folder.resolve(name), before.resolve(name));
        }
      }
      for (String name : List.of(METRICS, TABLE, PLOTS, REPORT)) {
        Files.move(beside.resolve(name), folder.resolve(name));
        replaced.add(name);
      }
    } catch (IOException e) {
      restore(folder, before, replaced, e);
      throw e;
    }
    delete(before);
  }

  private static void restore(Path folder, Path before, List<String> replaced, IOException why) {
    try {
      for (String name : replaced) {
        delete(folder.resolve(name));
      }
      for (Path old : shown(before)) {
        Files.move(old, folder.resolve(old.getFileName()));
      }
      Files.delete(before);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** Takes away folders that were made for nothing. */
  private static void deleteEmpty(Path folder, Path made) throws IOException {
    Path last = folder.toAbsolutePath();
    while (last != null && last.startsWith(made)) {
      Files.delete(last);
      last = last.getParent();
    }
  }
}
