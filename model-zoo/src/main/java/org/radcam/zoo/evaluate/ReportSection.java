package org.radcam.zoo.evaluate;

import java.util.List;

/**
 * A part of a report that is about more than predictions: a study's candidates, what it selected,
 * the published figures beside ours.
 *
 * @param title of the part
 * @param warnings what a reader of it must know, before all else
 * @param paragraphs text, which is escaped where it is written
 * @param tables after the text
 */
public record ReportSection(
    String title, List<String> warnings, List<String> paragraphs, List<ReportTable> tables) {
  public ReportSection {
    warnings = List.copyOf(warnings);
    paragraphs = List.copyOf(paragraphs);
    tables = List.copyOf(tables);
  }
}
