package org.radcam.zoo.evaluate;

import java.util.List;

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
        vertical-align: top; font-variant-numeric: tabular-nums; }
      th { background: #f4f4f4; }
      .warning { border-left: 4px solid #b35900; background: #fff6ea; padding: .4rem .8rem;
        margin: .5rem 0; }
      .long { overflow-wrap: anywhere; min-width: 11em; }
      .whole { white-space: nowrap; }
      .interval { display: block; white-space: nowrap; color: #555; font-size: .88em; }
      .plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(25rem, 1fr));
        gap: 1rem; align-items: start; margin-bottom: 1rem; }
      .small { grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
      figure { margin: 0; border: 1px solid #ddd; break-inside: avoid; }
      figure svg { width: 100%; height: auto; display: block; }
      .wide { overflow-x: auto; }
      @page { margin: 14mm; }
      @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; }
        h2, h3, caption, thead { break-after: avoid; }
        thead + tbody { break-before: avoid; } tr, .short, .warning { break-inside: avoid; }
        .wide { overflow: visible; } th, td { padding: .12rem .4rem; }
        table { margin: .3rem 0 .7rem; } ul { margin: .3rem 0; }
        .plots { grid-template-columns: 1fr 1fr; gap: .5rem; }
        .small { grid-template-columns: 1fr 1fr 1fr; } }
      """;

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
    HtmlTable.write(html, table);
  }

  /**
   * Adds drawings.
   *
   * @param svgs files' texts, whose ids are different
   * @param small whether three stand side by side, not two
   */
  void drawings(List<String> svgs, boolean small) {
    if (svgs.isEmpty()) {
      return;
    }
    html.append("<div class=\"plots").append(small ? " small" : "").append("\">\n");
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

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
