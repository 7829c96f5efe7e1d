package org.radcam.zoo.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.radcam.UserException;

/**
 * A table of a CSV file, as spreadsheets and statistics programs write it: UTF-8 with or without a
 * byte order mark, separated by commas, semicolons or tabs (that of the first line which has most),
 * names of columns in the first line. Blank rows are passed over.
 *
 * @param name the file's name, for messages
 * @param columns their names, all different
 * @param rows each with one cell a column, stripped of white space around
 */
public record CsvTable(String name, List<String> columns, List<Row> rows) {
  /** Tables of predictions are small; a larger file is not one. */
  private static final long MOST_BYTES = 256L << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * One row.
   *
   * @param number as a spreadsheet counts rows, blank ones too: the first is 1
   */
  public record Row(long number, List<String> cells) {}

  /**
   * Reads a file.
   *
   * @throws UserException if it is no such table
   */
  public static CsvTable read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.isDirectory(file)) {
        throw new UserException("'" + name + "' is a folder: a CSV file is needed.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new UserException(
            "'" + name + "' has more than " + (MOST_BYTES >> 20) + " MB: this is no such table.");
      }
      return parse(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UserException("There is no file '" + file + "'.", e);
    } catch (CharacterCodingException e) {
      throw new UserException(
          "'" + name + "' is no text in UTF-8. Save it as 'CSV UTF-8' in your spreadsheet.", e);
    } catch (IOException e) {
      throw new UserException(
          "'" + name + "' could not be read (" + e.getClass().getSimpleName() + ").", e);
    }
  }

  static CsvTable parse(String name, String content) throws IOException {
    String text =
        !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? content.substring(1) : content;
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false).get();
    List<Row> lines = new ArrayList<>();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      for (CSVRecord line : parser) {
        List<String> cells = line.stream().map(String::strip).toList();
        if (!cells.stream().allMatch(String::isEmpty)) {
          lines.add(new Row(line.getRecordNumber(), cells));
        }
      }
    } catch (UncheckedIOException e) {
      throw new UserException(
          "'"
              + name
              + "' is no CSV file: a quotation mark is not closed, or stands where none may.",
          e);
    }
    if (lines.isEmpty()) {
      throw new UserException("'" + name + "' is empty.");
    }
    List<String> columns = lines.get(0).cells();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new UserException("'" + name + "' has two columns '" + column + "'.");
      }
    }
    List<Row> rows = List.copyOf(lines.subList(1, lines.size()));
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new UserException(
            "Row "
                + row.number()
                + " of '"
                + name
                + "' has "
                + row.cells().size()
                + " cells, the names of columns are "
                + columns.size()
                + ".");
      }
    }
    if (rows.isEmpty()) {
      throw new UserException("'" + name + "' has no rows below the names of its columns.");
    }
    return new CsvTable(name, columns, rows);
  }

  private static char separator(String text) throws IOException {
    try (Reader in = new StringReader(text);
        BufferedReader lines = new BufferedReader(in)) {
      String first = lines.readLine();
      char best = ',';
      for (char one : new char[] {';', '\t'}) {
        if (first != null && count(first, one) > count(first, best)) {
          best = one;
        }
      }
      return best;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }

  /** The table as a CSV file's text. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      printer.printRecord(columns);
      for (Row row : rows) {
        printer.printRecord(row.cells());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** The cell of a column; empty where the table has no such column. */
  String cell(Row row, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : row.cells().get(index);
  }

  /** How a row is named in messages. */
  String place(Row row) {
    return "row " + row.number() + " of '" + name + "'";
  }

  /** An error about a row. */
  UserException wrong(Row row, String what) {
    return new UserException("Row " + row.number() + " of '" + name + "': " + what);
  }
}
