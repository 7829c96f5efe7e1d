package org.radcam.zoo.train;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.UserException;
import org.radcam.io.Digests;
import org.radcam.task.Task;
import org.radcam.zoo.phantom.PhantomFolder;

/**
 * Reads a manifest, a CSV file in UTF-8 with a header, and refuses it as a whole before any work
 * begins, where
 *
 * <ul>
 *   <li>a column is missing or named twice (further columns are ignored);
 *   <li>a row lacks its case, patient, image or label;
 *   <li>a case is named twice;
 *   <li>a label is not a class of the task;
 *   <li>an image file does not exist, or lies outside the manifest's folder;
 *   <li>a split is neither {@code train} nor {@code test} (empty is {@code train});
 *   <li>a patient is in two splits.
 * </ul>
 *
 * Rows are numbered as a spreadsheet shows them, the header being row 1. Patients are never named.
 */
public final class ManifestReader {
  /** A million rows; more is no manifest. */
  private static final long MAX_BYTES = 256L << 20;

  private static final int SHOWN = 5;
  private static final String TEST = "test";
  private static final List<String> SPLITS = List.of("", "train", TEST);

  private final Path file;
  private final ManifestColumns columns;
  private final List<String> classes;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Long> caseRows = new HashMap<>();
  private final Map<String, FirstSeen> patients = new HashMap<>();
  private int phantoms;

  private record FirstSeen(long row, boolean heldOut) {}

  private ManifestReader(Path file, ManifestColumns columns, Task task) {
    this.file = file;
    this.columns = columns;
    this.classes = task.classes().stream().map(label -> label.key()).toList();
  }

  /**
   * Reads and checks a manifest.
   *
   * @throws UserException that names the rows at fault
   */
  public static Manifest read(Path file, ManifestColumns columns, Task task) {
    return new ManifestReader(file, columns, task).read();
  }

  private Manifest read() {
    byte[] bytes = bytes();
    List<TrainingCase> cases = new ArrayList<>();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setIgnoreSurroundingSpaces(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(bytes)), format)) {
      for (String column : columns.required()) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new UserException(
              file
                  + ": the column '"
                  + column
                  + "' is missing; the columns are "
                  + String.join(", ", parser.getHeaderNames()));
        }
      }
      for (CSVRecord row : parser) {
        readRow(row).ifPresent(cases::add);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserException(file + " is not a valid CSV file: " + e.getMessage(), e);
    }
    if (!problems.isEmpty()) {
      int more = problems.size() - SHOWN;
      throw new UserException(
          file
              + ": "
              + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
              + (more > 0 ? "; and " + more + " more problems" : ""));
    }
    if (cases.isEmpty()) {
      throw new UserException(file + " has a header but no case");
    }
    return new Manifest(String.valueOf(file.getFileName()), cases, Digests.sha256(bytes), phantoms);
  }

  private Optional<TrainingCase> readRow(CSVRecord row) {
    long number = row.getRecordNumber() + 1;
    int before = problems.size();
    for (String column : columns.required()) {
      if (value(row, column).isEmpty()) {
        problem(number, "'" + column + "' is empty");
      }
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    String id = value(row, columns.caseId());
    Long earlier = caseRows.putIfAbsent(id, number);
    if (earlier != null) {
      problem(number, "the case '" + id + "' is that of row " + earlier + " again");
    }
    int label = classes.indexOf(value(row, columns.label()));
    if (label < 0) {
      problem(
          number,
          "the label '"
              + value(row, columns.label())
              + "' is not one of "
              + String.join(", ", classes));
    }
    if (value(row, columns.source()).equalsIgnoreCase(PhantomFolder.SOURCE)) {
      phantoms++;
    }
    Optional<Path> image = image(number, value(row, columns.image()));
    String patient = value(row, columns.patient());
    boolean heldOut = heldOut(number, patient, value(row, columns.split()));
    return problems.size() > before
        ? Optional.empty()
        : image.map(
            path ->
                new TrainingCase(id, patient, path, label, value(row, columns.stratum()), heldOut));
  }

  private Optional<Path> image(long row, String name) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    try {
      Path image = folder.resolve(name).normalize();
      if (!image.startsWith(folder)) {
        problem(row, "the image '" + name + "' lies outside the manifest's folder");
      } else if (!Files.isRegularFile(image)) {
        problem(row, "there is no image '" + name + "'");
      } else {
        return Optional.of(image);
      }
    } catch (InvalidPathException e) {
      problem(row, "'" + name + "' cannot be a file name");
    }
    return Optional.empty();
  }

  private boolean heldOut(long row, String patient, String split) {
    if (!SPLITS.contains(split)) {
      problem(row, "the split '" + split + "' is neither train nor test");
    }
    boolean heldOut = split.equals(TEST);
    FirstSeen first = patients.putIfAbsent(patient, new FirstSeen(row, heldOut));
    if (first != null && first.heldOut() != heldOut) {
      problem(row, "its patient is in another split in row " + first.row());
    }
    return heldOut;
  }

  private static String value(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }

  private void problem(long row, String what) {
    problems.add("row " + row + ": " + what);
  }

  private byte[] bytes() {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UserException("There is no file " + file);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + " is too large for a manifest");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** UTF-8 without the byte-order mark that spreadsheets write. */
  private String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserException(file + " is not written in UTF-8", e);
    }
  }
}
