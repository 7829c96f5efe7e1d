package org.radcam.fiji.result;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table of a file, aligned for people who read it in a terminal. */
public final class TableText {
  /** Longer cells (warnings, reasons) come last and are not padded. */
  private static final int MAX_WIDTH = 40;

  private TableText() {}

  /** The lines of a CSV file with columns of even width; columns without a value are left out. */
  public static List<String> of(Path csv) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      for (CSVRecord record : CSVFormat.RFC4180.parse(reader)) {
        rows.add(record.toList());
      }
    }
    List<Integer> widths = widths(rows);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size() && c < widths.size(); c++) {
        if (widths.get(c) > 0) {
          String cell = row.get(c);
          line.append(cell).append(" ".repeat(Math.max(0, widths.get(c) - cell.length()) + 2));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Zero for a column whose cells are all empty below the heading. */
  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; !rows.isEmpty() && c < rows.get(0).size(); c++) {
      int column = c;
      int filled =
          rows.stream()
              .skip(1)
              .filter(row -> row.size() > column)
              .mapToInt(row -> row.get(column).length())
              .max()
              .orElse(0);
      int heading = rows.get(0).get(c).length();
      widths.add(filled == 0 ? 0 : Math.min(MAX_WIDTH, Math.max(filled, heading)));
    }
    return widths;
  }
}
