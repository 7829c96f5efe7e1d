package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of a page. Cells at the left that say the same as those above are one cell, of a few rows
 * at most, so that long names of models do not stand in every row. A table that is too long for a
 * page is cut between such groups of rows, and has its head on each page.
 */
final class HtmlTable {
  /** A figure with its interval, which then stands below it. */
  private static final Pattern FIGURE =
      Pattern.compile("(-?\\d+\\.\\d+) (\\(-?\\d+\\.\\d+ to -?\\d+\\.\\d+\\))");

  /** Shorter cells are not broken. */
  private static final int WHOLE = 14;

  /** Longer cells are broken anywhere, rather than that the table grows beyond the page. */
  private static final int SHORT = 24;

  /** Longer tables may be cut by the end of a page. */
  private static final int SHORT_TABLE = 16;

  /** Longer groups of rows are made of smaller ones. */
  private static final int MOST_ROWS = 6;

  private final StringBuilder html;
  private final ReportTable table;

  private HtmlTable(StringBuilder html, ReportTable table) {
    this.html = html;
    this.table = table;
  }

  static void write(StringBuilder html, ReportTable table) {
    new HtmlTable(html, table).write();
  }

  private void write() {
    html.append("<div class=\"wide\"><table")
        .append(table.rows().size() <= SHORT_TABLE ? " class=\"short\"" : "")
        .append(">\n<caption>")
        .append(HtmlPage.escaped(table.caption()))
        .append("</caption>\n<thead><tr>");
    for (String column : table.columns()) {
      html.append("<th scope=\"col\">").append(HtmlPage.escaped(column)).append("</th>");
    }
    html.append("</tr></thead>\n");
    for (List<List<String>> group : groups(table.rows(), 0)) {
      html.append(group.size() <= MOST_ROWS ? "<tbody class=\"short\">\n" : "<tbody>\n");
      for (int n = 0; n < group.size(); n++) {
        html.append("<tr>");
        for (int column = 0; column < table.columns().size(); column++) {
          if (n == 0 || !same(group.get(n - 1), group.get(n), column)) {
            cell(group.get(n).get(column), rows(group, n, column));
          }
        }
        html.append("</tr>\n");
      }
      html.append("</tbody>\n");
    }
    html.append("</table></div>\n");
  }

  /** Rows that begin with the same cells: with as few of these as make the groups short. */
  private List<List<List<String>>> groups(List<List<String>> rows, int column) {
    List<List<List<String>>> groups = new ArrayList<>();
    for (int first = 0; first < rows.size(); ) {
      int count = rows(rows, first, column);
      List<List<String>> group = rows.subList(first, first + count);
      if (count > MOST_ROWS) {
        groups.addAll(groups(group, column + 1));
      } else {
        groups.add(group);
      }
      first += count;
    }
    return groups;
  }

  /** How many rows a cell covers. */
  private int rows(List<List<String>> group, int first, int column) {
    int last = first;
    while (last + 1 < group.size() && same(group.get(last), group.get(last + 1), column)) {
      last++;
    }
    return last - first + 1;
  }

  /** Whether a row says the same as the one above up to this column, which is not the last. */
  private boolean same(List<String> above, List<String> row, int column) {
    return column < table.columns().size() - 1
        && !row.get(column).isEmpty()
        && above.subList(0, column + 1).equals(row.subList(0, column + 1));
  }

  private void cell(String cell, int rows) {
    Matcher figure = FIGURE.matcher(cell);
    html.append("<td");
    if (rows > 1) {
      html.append(" rowspan=\"").append(rows).append('"');
    }
    if (figure.matches()) {
      html.append('>')
          .append(figure.group(1))
          .append("<span class=\"interval\">")
          .append(figure.group(2))
          .append("</span></td>");
      return;
    }
    if (cell.length() <= WHOLE) {
      html.append(" class=\"whole\"");
    } else if (cell.length() > SHORT) {
      html.append(" class=\"long\"");
    }
    html.append('>').append(HtmlPage.escaped(cell)).append("</td>");
  }
}
