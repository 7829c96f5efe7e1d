package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.radcam.Version;

/**
 * {@code report.html}: one page that needs no other file and no network, with what the data were,
 * how every figure was made, tables, comparisons, plots, and what speaks against the figures.
 */
final class ReportHtml {
  private ReportHtml() {}

  /**
   * The page.
   *
   * @param sections of whoever asked for the evaluation; first
   * @param plots SVG by split
   */
  static String of(
      Evaluation evaluation,
      EvaluationSource source,
      List<ReportSection> sections,
      Map<String, SplitDrawings<String>> plots) {
    HtmlPage page = new HtmlPage(source.title());
    page.paragraph(
        "Made by RadCAM "
            + Version.current()
            + ". For research and teaching, not for clinical use.");
    sections.forEach(page::section);
    page.heading("Data");
    page.table(files(source));
    page.table(cases(evaluation));
    page.heading("How the figures were made");
    page.items(MethodText.of(evaluation));
    plots.forEach((split, drawn) -> SplitReport.write(page, evaluation, split, drawn));
    return page.end();
  }

  private static ReportTable files(EvaluationSource source) {
    return new ReportTable(
        "Files",
        List.of("file", "SHA-256"),
        source.files().stream().map(one -> List.of(one.name(), one.sha256())).toList());
  }

  private static ReportTable cases(Evaluation evaluation) {
    return new ReportTable(
        "Cases in all and of each class",
        List.of("model", "split", "cases", "patients", "no answer", "cases of each class"),
        evaluation.figures().stream().map(ReportHtml::cases).toList());
  }

  private static List<String> cases(ModelFigures one) {
    return List.of(
        one.predictions().model(),
        one.predictions().split(),
        Integer.toString(one.predictions().cases().size()),
        Integer.toString(one.patients()),
        Integer.toString(one.predictions().unanswered()),
        one.named().classes().stream()
            .map(each -> each.name() + ": " + each.support())
            .collect(Collectors.joining(", ")));
  }
}
