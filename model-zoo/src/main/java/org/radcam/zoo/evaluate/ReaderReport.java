package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.NONE;
import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.p;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.radcam.stats.Interval;
import org.radcam.stats.agreement.ReaderFigures;
import org.radcam.stats.agreement.ReaderStudy;

/** The part of a report about the readers of one split. */
final class ReaderReport {
  /** Against more models, readers are told of by their accuracy alone. */
  private static final int MOST_MODELS = 2;

  private final HtmlPage page;
  private final List<String> classes;

  private ReaderReport(HtmlPage page, List<String> classes) {
    this.page = page;
    this.classes = classes;
  }

  /** Nothing where nothing is told of readers. */
  static void write(HtmlPage page, Evaluation evaluation, String split) {
    List<ReaderComparison> comparisons =
        evaluation.readers().comparisons().stream()
            .filter(one -> one.split().equals(split))
            .toList();
    List<ReaderAgreement> agreements =
        evaluation.readers().agreements().stream()
            .filter(one -> one.split().equals(split))
            .toList();
    if (comparisons.isEmpty() && agreements.isEmpty()) {
      return;
    }
    page.subheading("Readers");
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    ReaderReport report = new ReaderReport(page, classes);
    if (!comparisons.isEmpty()) {
      report.comparisons(comparisons);
    }
    agreements.forEach(report::agreement);
  }

  private void comparisons(List<ReaderComparison> comparisons) {
    page.paragraph(
        "The intervals draw patients and keep the readers: they speak of these readers on other"
            + " patients, not of other readers.");
    for (ReaderComparison one : comparisons) {
      one.warnings().forEach(warning -> page.warning(title(one) + ": " + warning));
    }
    long models = comparisons.stream().flatMap(one -> one.model().stream()).distinct().count();
    Map<Optional<ReadingCondition>, List<ReaderComparison>> brief = new LinkedHashMap<>();
    for (ReaderComparison one : comparisons) {
      if (one.model().isPresent() && models > MOST_MODELS) {
        brief.computeIfAbsent(one.condition(), key -> new ArrayList<>()).add(one);
      } else if (!one.figures().isEmpty()) {
        page.table(table(one));
      }
    }
    brief.forEach((condition, some) -> page.table(accuracies(condition, some)));
  }

  private static String title(ReaderComparison one) {
    return one.model().isEmpty()
        ? "Readers without and with the model"
        : "Readers" + condition(one.condition()) + " and " + one.second();
  }

  private static String condition(Optional<ReadingCondition> condition) {
    return condition.map(each -> " (" + each.word() + " the model)").orElse("");
  }

  private ReportTable table(ReaderComparison one) {
    boolean model = one.model().isPresent();
    List<List<String>> rows = new ArrayList<>();
    for (ReaderFigure figure : one.figures()) {
      String name =
          figure.ofClass().isPresent()
              ? figure.name() + ", " + classes.get(figure.ofClass().getAsInt())
              : figure.name();
      // McNemar's test is of who is right: told once, beside the share that is.
      rows.addAll(rows(name, figure.study(), figure.ofClass().isEmpty()));
    }
    return new ReportTable(
        title(one) + " (" + one.cases() + " cases, " + one.patients() + " patients)",
        List.of(
            "figure",
            "reader",
            model ? "reader's" : one.first(),
            model ? "model's" : one.second(),
            model ? "model minus reader" : "with minus without",
            "McNemar's p"),
        rows);
  }

  private static ReportTable accuracies(
      Optional<ReadingCondition> condition, List<ReaderComparison> comparisons) {
    return new ReportTable(
        "Accuracy of the readers"
            + condition(condition)
            + " and of the models; sensitivities and specificities are in metrics.json",
        List.of("model", "reader", "reader's", "model's", "model minus reader", "McNemar's p"),
        comparisons.stream()
            .filter(one -> !one.figures().isEmpty())
            .flatMap(
                one -> rows(one.second(), one.figures().get(0).study(), /* tests= */ true).stream())
            .collect(Collectors.toList()));
  }

  private static List<List<String>> rows(String first, ReaderStudy study, boolean tests) {
    List<List<String>> rows = new ArrayList<>();
    for (ReaderFigures reader : study.readers()) {
      String test =
          p(reader.mcNemar().exactP())
              + " ("
              + reader.mcNemar().onlyFirst()
              + " and "
              + reader.mcNemar().onlySecond()
              + " alone)";
      rows.add(
          row(
              first,
              reader.reader(),
              reader.first(),
              reader.second(),
              reader.difference(),
              tests ? test : ""));
    }
    if (study.readers().size() > 1) {
      rows.add(row(first, "mean", study.first(), study.second(), study.difference(), ""));
    }
    return rows;
  }

  private static List<String> row(
      String first, String reader, Interval one, Interval other, Interval difference, String test) {
    return List.of(first, reader, figure(one), figure(other), figure(difference), test);
  }

  private void agreement(ReaderAgreement one) {
    String title = "Agreement of the readers" + condition(one.condition());
    one.warnings().forEach(warning -> page.warning(title + ": " + warning));
    List<List<String>> rows = new ArrayList<>();
    for (ReaderAgreement.Pair pair : one.pairs()) {
      rows.add(
          List.of(
              pair.first() + " and " + pair.second(),
              Integer.toString(pair.cases()),
              "Cohen",
              pair.kappa().map(ReportText::figure).orElse(NONE)));
    }
    rows.add(
        List.of(
            "all " + one.readers().size(),
            Integer.toString(one.cases()),
            "Fleiss",
            one.all().map(ReportText::figure).orElse(NONE)));
    page.table(new ReportTable(title, List.of("readers", "cases", "kappa of", "kappa"), rows));
  }
}
