package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Locale;
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
      Map<String, List<String>> plots) {
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
    page.items(methods(evaluation.settings()));
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

  private static List<String> methods(EvaluationSettings settings) {
    return List.of(
        "All intervals are of 95 %. A dash is a figure that the data do not define.",
        "Where every case is a patient of its own: areas under ROC curves have DeLong's intervals,"
            + " shares (accuracy, sensitivity, specificity, precision) those of Clopper and Pearson,"
            + " which are exact. Where patients have several cases, both are of a bootstrap that"
            + " draws patients.",
        String.format(
            Locale.ROOT,
            "F1, average precision (AP), Brier score and all averages: percentile intervals of that"
                + " bootstrap, %,d resamples, seed %d. Bands of ROC curves: the same, point by point."
                + " Points of reliability curves: Wilson's intervals. The expected calibration error"
                + " (ECE) and net benefit have none.",
            settings.replicates(),
            settings.seed()),
        "Each class counts against all others. Macro: mean of the classes; weighted: by their cases;"
            + " micro: over all pairs of a case and a class. A class's precision counts as 0 in"
            + " averages where it was never named.",
        "Brier score: of two classes, the mean squared error of the second class's probability (0 to"
            + " 1); of more, summed over classes (0 to 2). Expected calibration error: of the"
            + " predicted class, "
            + ProbabilityFigures.BINS
            + " bins of equal width.",
        "Models are compared on the cases that both answered: areas by DeLong's paired test, where"
            + " patients have several cases in Obuchowski's form, which takes patients for"
            + " independent; macro areas by the bootstrap of their difference; who is right how often"
            + " by McNemar's exact test. p values are not corrected for the number of comparisons.",
        "Probabilities are taken as they are; the predicted class is the most probable one, or the one"
            + " that the table names. No threshold was chosen on these data.");
  }
}
