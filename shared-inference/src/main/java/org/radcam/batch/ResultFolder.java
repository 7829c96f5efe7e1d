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
import org.radcam.model.ModelCard;
import org.radcam.render.HeatStyle;

/**
 * Results of cases that are classified one by one, as files: {@code results.csv} with the columns
 * of a batch of cases, and for each case a folder with its JSON, its heat maps on the grid of every
 * image, and a picture of the slice with the most heat.
 *
 * <ul>
 *   <li>What the folder holds of other images stays; a run takes away all that an earlier one left
 *       of its images, so that no lesion of a mask that has changed since stays.
 *   <li>A folder with the results of a batch, or of another model, is refused, and so is another
 *       image of a name that is there; {@link ResultClaim} has the rules.
 *   <li>Every file is written whole or not at all; the row comes last.
 * </ul>
 */
public final class ResultFolder {
  private final Path output;
  private final ModelCard card;
  private final String device;
  private final BatchTable table;
  private final ResultClaim claim;
  private final Map<String, BatchRow> rows;

  private ResultFolder(
      Path output,
      ModelCard card,
      String device,
      BatchTable table,
      ResultClaim claim,
      Map<String, BatchRow> rows) {
    this.output = output;
    this.card = card;
    this.device = device;
    this.table = table;
    this.claim = claim;
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
    return open(output, classifier.card(), classifier.device());
  }

  /**
   * The same for answers that are there already.
   *
   * @param card of the model that gave them
   * @param device what it ran on, for people
   */
  public static ResultFolder open(Path output, ModelCard card, String device) throws IOException {
    Files.createDirectories(output);
    if (Files.exists(output.resolve(BatchClaim.FILE))) {
      throw new UserException(
          "The folder '" + output + "' holds the results of a batch. Choose another folder.");
    }
    BatchTable table =
        new BatchTable(output.resolve("results.csv"), card.task(), new CaseColumns(card));
    ResultClaim claim = ResultClaim.of(output, card, table.file());
    return new ResultFolder(output, card, device, table, claim, table.read());
  }

  /**
   * Begins a run: what an earlier one left of the same images goes.
   *
   * @param digests of what the images of this run hold, by the names that cases of them get
   * @throws UserException if the folder holds another image of one of these names
   */
  public void begin(Map<String, String> digests) throws IOException {
    claim.add(digests);
    List<BatchRow> old =
        rows.values().stream().filter(row -> digests.containsKey(row.caseId())).toList();
    for (BatchRow row : old) {
      rows.remove(row.folder());
    }
    if (!old.isEmpty()) {
      writeTables();
    }
    for (BatchRow row : old) {
      CaseFolder own = new CaseFolder(output, FolderNames.of(row.caseId()));
      // The table may have been edited: its cells lead to no other folder.
      if (own.holds(row.folder())) {
        new CaseFolder(output, row.folder()).clear();
      }
      own.clear();
    }
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
    put(BatchRow.failed(folder, name.name(), card, device, seconds, reason, more));
  }

  /** Lesions of one image are those of one patient. */
  private static CaseOrigin origin(Name name) {
    return new CaseOrigin(name.name(), name.lesion().isEmpty() ? "" : name.name(), "");
  }

  private void put(BatchRow row) throws IOException {
    rows.put(row.folder(), row);
    writeTables();
  }

  private void writeTables() throws IOException {
    table.write(rows.values());
    new PatientTable(output, card).write(List.copyOf(rows.values()));
  }
}
