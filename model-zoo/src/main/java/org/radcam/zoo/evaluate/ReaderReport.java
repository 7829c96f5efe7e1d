package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.NONE;
import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.p;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.agreement.ReaderFigures;
import org.radcam.stats.agreement.ReaderStudy;

/** The part of a report about the readers of one split. */
final class ReaderReport {
  private static final String MEAN = "mean of the readers";

  private ReaderReport() {}

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
    if (!comparisons.isEmpty()) {
      page.paragraph(
          "The intervals draw patients and keep the readers: they speak of these readers on other"
              + " patients, not of other readers.");
    }
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    for (ReaderComparison one : comparisons) {
      String title = title(one);
      one.warnings().forEach(warning -> page.warning(title + ": " + warning));
      if (!one.figures().isEmpty()) {
        page.table(table(one, title, classes));
      }
    }
    for (ReaderAgreement one : agreements) {
      String title = title(one);
      one.warnings().forEach(warning -> page.warning(title + ": " + warning));
      page.table(table(one, title));
    }
  }

  private static String title(ReaderComparison one) {
    return one.model().isEmpty()
        ? "Readers without and with the model"
        : "Readers"
            + one.condition().map(each -> " (" + each.word() + " the model)").orElse("")
            + " and "
            + one.second();
  }

  private static ReportTable table(ReaderComparison one, String title, List<String> classes) {
    List<List<String>> rows = new ArrayList<>();
    for (int n = 0; n < one.figures().size(); n++) {
      ReaderFigure figure = one.figures().get(n);
      String name =
          figure.name()
              + (figure.ofClass().isPresent()
                  ? ", " + classes.get(figure.ofClass().getAsInt())
                  : "");
      ReaderStudy study = figure.study();
      for (ReaderFigures reader : study.readers()) {
        rows.add(
            List.of(
                name,
                reader.reader(),
                figure(reader.first()),
                figure(reader.second()),
                figure(reader.difference()),
                // Of who is right: told once, beside the share that is.
                n == 0
                    ? p(reader.mcNemar().exactP())
                        + " ("
                        + reader.mcNemar().onlyFirst()
                        + " and "
                        + reader.mcNemar().onlySecond()
                        + " alone)"
                    : ""));
      }
      rows.add(
          List.of(
              name,
              MEAN,
              figure(study.first()),
              figure(study.second()),
              figure(study.difference()),
              ""));
    }
    return new ReportTable(
        title + " (" + one.cases() + " cases, " + one.patients() + " patients)",
        List.of(
            "figure",
            "reader",
            one.model().isPresent() ? "reader" : one.first(),
            one.model().isPresent() ? "model" : one.second(),
            one.model().isPresent() ? "model minus reader" : "with minus without",
            "McNemar's p"),
        rows);
  }

  private static String title(ReaderAgreement one) {
    return "Agreement of the readers"
        + one.condition().map(each -> " (" + each.word() + " the model)").orElse("");
  }

  private static ReportTable table(ReaderAgreement one, String title) {
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
    return new ReportTable(title, List.of("readers", "cases", "kappa of", "kappa"), rows);
  }
}
