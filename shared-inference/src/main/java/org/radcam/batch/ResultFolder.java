package org.radcam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.Result;
import org.radcam.io.Digests;
import org.radcam.render.HeatStyle;

/**
 * Results of cases that are classified one by one, as files: {@code results.csv} with the columns
 * of a batch of cases, and for each case a folder with its JSON, its heat maps on the grid of every
 * image, and a picture of the slice with the most heat.
 *
 * <ul>
 *   <li>What the folder holds stays; a case of the same name is replaced.
 *   <li>A folder with the results of a batch, or of a model with other columns, is refused.
 *   <li>Every file is written whole or not at all; the row comes last.
 * </ul>
 */
public final class ResultFolder {
  private final Path output;
  private final Classifier classifier;
  private final BatchTable table;
  private final Map<String, BatchRow> rows;

  private ResultFolder(
      Path output, Classifier classifier, BatchTable table, Map<String, BatchRow> rows) {
    this.output = output;
    this.classifier = classifier;
    this.table = table;
    this.rows = new LinkedHashMap<>(rows);
  }

  /**
   * Names a case.
   *
   * @param name of its images
   * @param lesion which lesion it is; empty where it is the only one
   */
  public record Name(String name, String lesion) {}

  /**
   * Opens a folder, or makes it.
   *
   * @throws UserException if it holds something else
   */
  public static ResultFolder open(Path output, Classifier classifier) throws IOException {
    Files.createDirectories(output);
    if (Files.exists(output.resolve(BatchClaim.FILE))) {
      throw new UserException(
          "The folder '" + output + "' holds the results of a batch. Choose another folder.");
    }
    BatchTable table =
        new BatchTable(
            output.resolve("results.csv"),
            classifier.card().task(),
            new CaseColumns(classifier.card()));
    return new ResultFolder(output, classifier, table, table.read());
  }

  /** Writes the files of a case that has an answer, then its row. */
  public void add(Name name, Case subject, Result result, double seconds, HeatStyle style)
      throws IOException {
    String lesion = name.lesion().isEmpty() ? "" : FolderNames.of(name.lesion());
    List<String> more = table.columns().cells(origin(name), lesion, Optional.of(result));
    String folder = table.columns().folder(name.name(), more);
    List<String> digests = new ArrayList<>(new TreeMap<>(result.audit().inputSha256()).values());
    new CaseFolder(output, folder)
        .write(
            subject,
            result,
            new Source(Digests.sha256OfDigests(digests), 1),
            style,
            /* everyGrid= */ true);
    put(BatchRow.ok(folder, name.name(), result, seconds, more));
  }

  /** Writes the row of a case without an answer; files that it had go. */
  public void addFailed(Name name, double seconds, String reason) throws IOException {
    String lesion = name.lesion().isEmpty() ? "" : FolderNames.of(name.lesion());
    List<String> more = table.columns().cells(origin(name), lesion, Optional.empty());
    String folder = table.columns().folder(name.name(), more);
    new CaseFolder(output, folder).clear();
    put(BatchRow.failed(folder, name.name(), classifier, seconds, reason, more));
  }

  /** Lesions of one image are those of one patient. */
  private static CaseOrigin origin(Name name) {
    return new CaseOrigin(name.name(), name.lesion().isEmpty() ? "" : name.name(), "");
  }

  private void put(BatchRow row) throws IOException {
    rows.put(row.folder(), row);
    table.write(rows.values());
    new PatientTable(output, classifier.card()).write(List.copyOf(rows.values()));
  }
}
