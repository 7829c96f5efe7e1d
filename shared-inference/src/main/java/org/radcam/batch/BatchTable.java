package org.radcam.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.radcam.UserException;
import org.radcam.io.AtomicFiles;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/**
 * The file {@code results.csv}: RFC 4180 but for lines that end in LF, UTF-8, one row a case.
 *
 * <p>While a batch runs, each row is appended and flushed as soon as its case is done, so a kill
 * loses at most the case at hand; at the end the table is written once more in the order of cases.
 */
final class BatchTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final Path file;
  private final List<String> header;
  private final int classes;
  private final BatchColumns columns;

  BatchTable(Path file, Task task, BatchColumns columns) {
    this.file = file;
    this.classes = task.classes().size();
    this.columns = columns;
    header = new ArrayList<>(List.of("case", "task", "model", "predicted"));
    for (ClassLabel label : task.classes()) {
      header.add("p_" + label.key());
    }
    header.addAll(List.of("warnings", "seconds", "device", "status", "error"));
    header.addAll(columns.names());
  }

  BatchColumns columns() {
    return columns;
  }

  Path file() {
    return file;
  }

  /** Rows of an earlier run by folder; empty where there was none. A torn last line is left out. */
  Map<String, BatchRow> read() throws IOException {
    Map<String, BatchRow> rows = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return rows;
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      boolean first = true;
      for (CSVRecord line : FORMAT.parse(reader)) {
        if (first && !line.toList().equals(header)) {
          throw new UserException(
              "'"
                  + file
                  + "' is not a table of this task: its columns are "
                  + line.toList()
                  + ". Choose another output folder.");
        }
        if (!first && line.size() == header.size()) {
          BatchRow row = row(line.toList());
          rows.put(row.folder(), row);
        }
        first = false;
      }
    } catch (UncheckedIOException e) {
      // A kill can leave an open quote behind; the rows before it are whole.
      if (rows.isEmpty()) {
        throw new UserException("'" + file + "' is not a table of results.", e);
      }
    }
    return rows;
  }

  /** Writes the whole table in one step. */
  void write(Collection<BatchRow> rows) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(header);
      for (BatchRow row : rows) {
        printer.printRecord(cells(row));
      }
    }
    AtomicFiles.writeString(file, text.toString());
  }

  /** Appends one row and flushes it. */
  void append(BatchRow row) throws IOException {
    try (Writer writer =
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
      printer.printRecord(cells(row));
    }
  }

  private List<String> cells(BatchRow row) {
    List<String> cells =
        new ArrayList<>(List.of(row.caseId(), row.task(), row.model(), row.predicted()));
    for (int c = 0; c < classes; c++) {
      cells.add(row.probabilities().isEmpty() ? "" : row.probabilities().get(c));
    }
    cells.addAll(List.of(row.warnings(), row.seconds(), row.device(), row.status(), row.error()));
    cells.addAll(row.more());
    return cells;
  }

  private BatchRow row(List<String> cells) {
    int end = 4 + classes;
    List<String> more = cells.subList(end + 5, cells.size());
    return new BatchRow(
        columns.folder(cells.get(0), more),
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        List.copyOf(cells.subList(4, end)),
        cells.get(end),
        cells.get(end + 1),
        cells.get(end + 2),
        cells.get(end + 3),
        cells.get(end + 4),
        more);
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
