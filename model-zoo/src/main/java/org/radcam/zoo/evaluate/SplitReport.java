package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.three;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.Average;
import org.radcam.stats.confusion.AveragedFigures;
import org.radcam.stats.confusion.ClassFigures;

/** The part of a report that is about one split: warnings, figures, comparisons, readers, plots. */
final class SplitReport {
  private SplitReport() {}

  static void write(
      HtmlPage page, Evaluation evaluation, String split, SplitDrawings<String> plots) {
    List<ModelFigures> here =
        evaluation.figures().stream()
            .filter(one -> one.predictions().split().equals(split))
            .toList();
    page.heading("Split: " + split);
    Warnings.of(here, ModelFigures::warnings).forEach(page::warning);
    page.table(overall(here));
    here.forEach(one -> page.table(ofClasses(one)));
    ComparisonReport.write(page, evaluation, split);
    ReaderReport.write(page, evaluation, split);
    ValidationReport.fit(page, here);
    ValidationReport.chosen(page, here);
    page.drawings(plots.ofAll(), /* small= */ false);
    page.drawings(plots.ofEach(), /* small= */ true);
  }

  private static ReportTable overall(List<ModelFigures> here) {
    return new ReportTable(
        "All classes together",
        List.of("model", "accuracy", "AUC macro", "AUC micro", "F1 macro", "Brier", "ECE"),
        here.stream().map(SplitReport::overall).toList());
  }

  private static List<String> overall(ModelFigures one) {
    Optional<ProbabilityFigures> probable = one.probable();
    return List.of(
        one.predictions().model(),
        figure(one.named().accuracy()),
        of(probable, ProbabilityFigures::macro),
        of(probable, ProbabilityFigures::micro),
        figure(one.named().averages().get(Average.MACRO).f1()),
        of(probable, ProbabilityFigures::brier),
        probable.map(each -> three(each.reliability().expectedError())).orElse(ReportText.NONE));
  }

  private static String of(
      Optional<ProbabilityFigures> probable, Function<ProbabilityFigures, Interval> figure) {
    return probable.map(figure).map(ReportText::figure).orElse(ReportText.NONE);
  }

  private static ReportTable ofClasses(ModelFigures one) {
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < one.named().classes().size(); k++) {
      ClassFigures each = one.named().classes().get(k);
      int index = k;
      rows.add(
          List.of(
              each.name(),
              Long.toString(each.support()),
              of(one.probable(), probable -> probable.areas().get(index)),
              figure(each.sensitivity()),
              figure(each.specificity()),
              figure(each.precision()),
              figure(each.f1())));
    }
    AveragedFigures macro = one.named().averages().get(Average.MACRO);
    rows.add(
        List.of(
            "macro",
            Integer.toString(one.predictions().cases().size()),
            of(one.probable(), ProbabilityFigures::macro),
            figure(macro.sensitivity()),
            figure(macro.specificity()),
            figure(macro.precision()),
            figure(macro.f1())));
    return new ReportTable(
        one.predictions().model(),
        List.of("class", "cases", "AUC", "sensitivity (recall)", "specificity", "precision", "F1"),
        rows);
  }
}
