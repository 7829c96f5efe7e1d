package org.radcam.zoo.cli;

import java.io.PrintWriter;
import java.util.List;

/** Columns of text, as wide as they need to be. */
final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /** Prints rows of equal length. */
  static void print(PrintWriter out, List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int n = 0; n < columns; n++) {
        widths[n] = Math.max(widths[n], row.get(n).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int n = 0; n < columns; n++) {
        line.append(row.get(n)).append(" ".repeat(widths[n] - row.get(n).length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
