package org.radcam.zoo.evaluate;

import java.util.List;

/**
 * A table of a report. A cell that is a figure with its interval, as "0.912 (0.850 to 0.961)", is
 * set in two lines.
 *
 * @param caption above it
 * @param columns names, at least one
 * @param rows each with one cell a column; text, which is escaped where it is written
 */
public record ReportTable(String caption, List<String> columns, List<List<String>> rows) {
  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (columns.isEmpty() || row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "The table '"
                + caption
                + "' has "
                + columns.size()
                + " columns and a row of "
                + row.size()
                + " cells");
      }
    }
  }
}
