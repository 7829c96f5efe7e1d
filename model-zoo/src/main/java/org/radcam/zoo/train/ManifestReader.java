package org.radcam.zoo.train;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.radcam.UserException;
import org.radcam.zoo.phantom.PhantomFolder;

/**
 * Reads a manifest, a CSV file in UTF-8 with a header, and refuses it as a whole before any work
 * begins, where
 *
 * <ul>
 *   <li>a column is missing or named twice (further columns are ignored);
 *   <li>a row lacks its case, patient, label, an image, or its region where the recipe needs one;
 *   <li>a case is named twice;
 *   <li>a label is not a class of the task;
 *   <li>a file does not exist, or lies outside the manifest's folder;
 *   <li>a region's number or name stands without a file that holds it;
 *   <li>a clinical value is not accepted by the task, or is unknown where the recipe refuses that;
 *   <li>a split is none of {@code train} (or empty), {@code validation}, {@code test}, {@code
 *       external} and {@code prospective};
 *   <li>a patient is in two splits.
 * </ul>
 *
 * Rows are numbered as a spreadsheet shows them, the header being row 1. Patients are never named.
 */
public final class ManifestReader {
  private final Path file;
  private final ManifestColumns columns;
  private final List<String> classes;
  private final RowProblems problems;
  private final RowFiles files;
  private final RowClinical clinical;
  private final Map<String, Long> caseRows = new HashMap<>();
  private final Map<String, FirstSeen> patients = new HashMap<>();
  private int phantoms;

  private record FirstSeen(long row, Split split) {}

  private ManifestReader(Path file, ManifestColumns columns, CaseNeeds needs) {
    this.file = file;
    this.columns = columns;

    this.classes = needs.task().classes().stream().map(label -> label.key()).toList();
    this.problems = new RowProblems();
    this.files = new RowFiles(file, columns, needs, problems);
    this.clinical = new RowClinical(needs.clinical(), problems);
  }

  /**
   * Reads and checks a manifest.
   *
   * @param needs what every row must have
   * @throws UserException that names the rows at fault
   */
  public static Manifest read(Path file, ManifestColumns columns, CaseNeeds needs) {
    return new ManifestReader(file, columns, needs).read();
  }

  private Manifest read() {
    ManifestText manifest = ManifestText.read(file);
    List<TrainingCase> cases = new ArrayList<>();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(manifest.text()), format)) {
      checkColumns(parser.getHeaderNames());
      for (CSVRecord row : parser) {
        readRow(new ManifestRow(row)).ifPresent(cases::add);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserException(file + " is not a valid CSV file: " + e.getMessage(), e);
    }
    problems.refuse(file);
    if (cases.isEmpty()) {
      throw new UserException(file + " has a header but no case");
    }
    return new Manifest(String.valueOf(file.getFileName()), cases, manifest.sha256(), phantoms);
  }

  private void checkColumns(List<String> header) {
    Set<String> there = Set.copyOf(header);
    List<String> required = new ArrayList<>(columns.required());
    required.addAll(files.columns(there));
    required.addAll(clinical.columns());
    for (String column : required) {
      if (!there.contains(column)) {
        throw new UserException(
            file
                + ": the column '"
                + column
                + "' is missing; the columns are "
                + String.join(", ", header));
      }
    }
  }

  private Optional<TrainingCase> readRow(ManifestRow row) {
    int before = problems.count();
    for (String column : columns.required()) {
      if (row.value(column).isEmpty()) {
        problems.add(row, "'" + column + "' is empty");
      }
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    String id = row.value(columns.caseId());
    Long earlier = caseRows.putIfAbsent(id, row.number());
    if (earlier != null) {
      problems.add(row, "the case '" + id + "' is that of row " + earlier + " again");
    }
    int label = classes.indexOf(row.value(columns.label()));
    if (label < 0) {
      problems.add(
          row,
          "the label '"
              + row.value(columns.label())
              + "' is not one of "
              + String.join(", ", classes));
    }
    if (row.value(columns.source()).equalsIgnoreCase(PhantomFolder.SOURCE)) {
      phantoms++;
    }
    CaseFiles own = files.read(row);
    Map<String, String> values = clinical.read(row);
    String patient = row.value(columns.patient());
    Split split = split(row, patient);
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new TrainingCase(id, patient, own, values, label, row.value(columns.stratum()), split));
  }

  private Split split(ManifestRow row, String patient) {
    String word = row.value(columns.split());
    Optional<Split> split = Split.of(word);
    if (split.isEmpty()) {
      problems.add(row, "the split '" + word + "' is none of " + Split.words());
      return Split.TRAIN;
    }
    FirstSeen first = patients.putIfAbsent(patient, new FirstSeen(row.number(), split.get()));
    if (first != null && first.split() != split.get()) {
      problems.add(row, "its patient is in another split in row " + first.row());
    }
    return split.get();
  }
}
