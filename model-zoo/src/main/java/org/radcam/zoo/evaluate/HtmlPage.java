package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of text, tables and drawings that needs no other file. All text is escaped here. */
final class HtmlPage {
  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff;
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem;
        border-bottom: 1px solid #ccc; } h3 { font-size: 1.05rem; margin-bottom: .4rem; }
      table { border-collapse: collapse; margin: .6rem 0 1.2rem; font-size: .92rem; }
      caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
      th, td { padding: .25rem .7rem; border-bottom: 1px solid #ddd; text-align: left;
        font-variant-numeric: tabular-nums; }
      th { background: #f4f4f4; } td.n, th.n { text-align: right; }
      .warning { border-left: 4px solid #b35900; background: #fff6ea; padding: .4rem .8rem;
        margin: .5rem 0; }
      td.long { overflow-wrap: anywhere; }
      .interval { display: block; white-space: nowrap; color: #555; font-size: .88em; }
      .plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(25rem, 1fr));
        gap: 1rem; align-items: start; }
      figure { margin: 0; border: 1px solid #ddd; page-break-inside: avoid; }
      figure svg { width: 100%; height: auto; display: block; }
      .wide { overflow-x: auto; }
      @media print { body { max-width: none; margin: 0; font-size: 11px; }
        h2 { page-break-after: avoid; } table, .warning { page-break-inside: avoid; }
        .wide { overflow: visible; } th, td { padding: .15rem .4rem; }
        .plots { grid-template-columns: 1fr 1fr; } }
      """;

  /** A figure with its interval, which then stands below it. */
  private static final Pattern FIGURE =
      Pattern.compile("(-?\\d+\\.\\d+) (\\(-?\\d+\\.\\d+ to -?\\d+\\.\\d+\\))");

  /** Longer cells are broken anywhere, rather than that the table grows beyond the page. */
  private static final int SHORT = 24;

  private final StringBuilder html = new StringBuilder();

  HtmlPage(String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n");
  }

  void heading(String text) {
    html.append("<h2>").append(escaped(text)).append("</h2>\n");
  }

  void subheading(String text) {
    html.append("<h3>").append(escaped(text)).append("</h3>\n");
  }

  void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  void warning(String text) {
    html.append("<p class=\"warning\">").append(escaped(text)).append("</p>\n");
  }

  void items(List<String> texts) {
    html.append("<ul>\n");
    for (String text : texts) {
      html.append("<li>").append(escaped(text)).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  void section(ReportSection section) {
    heading(section.title());
    section.warnings().forEach(this::warning);
    section.paragraphs().forEach(this::paragraph);
    section.tables().forEach(this::table);
  }

  void table(ReportTable table) {
    html.append("<div class=\"wide\"><table>\n<caption>")
        .append(escaped(table.caption()))
        .append("</caption>\n<tr>");
    for (String column : table.columns()) {
      html.append("<th scope=\"col\">").append(escaped(column)).append("</th>");
    }
    html.append("</tr>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      row.forEach(this::cell);
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
  }

  private void cell(String cell) {
    Matcher figure = FIGURE.matcher(cell);
    if (figure.matches()) {
      html.append("<td>")
          .append(figure.group(1))
          .append("<span class=\"interval\">")
          .append(figure.group(2))
          .append("</span></td>");
    } else {
      html.append(cell.length() > SHORT ? "<td class=\"long\">" : "<td>")
          .append(escaped(cell))
          .append("</td>");
    }
  }

  /**
   * Adds drawings.
   *
   * @param svgs files' texts, whose ids are different
   */
  void drawings(List<String> svgs) {
    html.append("<div class=\"plots\">\n");
    for (String svg : svgs) {
      // Without what only a file of its own may begin with.
      html.append("<figure>").append(svg.substring(svg.indexOf("<svg"))).append("</figure>\n");
    }
    html.append("</div>\n");
  }

  /** The whole page. */
  String end() {
    return html.append("</body>\n</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
