package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.escaped;
import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.p;
import static org.radcam.zoo.evaluate.ReportText.three;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.radcam.Version;
import org.radcam.stats.AreaComparison;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.Average;
import org.radcam.stats.confusion.AveragedFigures;
import org.radcam.stats.confusion.ClassFigures;
import org.radcam.zoo.evaluate.plot.Plot;

/**
 * {@code report.html}: one page that needs no other file and no network, with what the data were,
 * how every figure was made, tables, comparisons, plots, and what speaks against the figures.
 */
final class ReportHtml {
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
  private final Evaluation evaluation;
  private final EvaluationSource source;

  private ReportHtml(Evaluation evaluation, EvaluationSource source) {
    this.evaluation = evaluation;
    this.source = source;
  }

  /**
   * The page.
   *
   * @param plots by split
   */
  static String of(Evaluation evaluation, EvaluationSource source, Map<String, List<Plot>> plots) {
    return new ReportHtml(evaluation, source).page(plots);
  }

  private String page(Map<String, List<Plot>> plots) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(source.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(source.title()))
        .append("</h1>\n");
    paragraph(
        "Made by RadCAM "
            + Version.current()
            + ". For research and teaching, not for clinical use.");
    data();
    method();
    for (Map.Entry<String, List<Plot>> split : plots.entrySet()) {
      split(split.getKey(), split.getValue());
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void data() {
    html.append("<h2>Data</h2>\n");
    begin("Files", "file", "SHA-256");
    source.files().forEach(one -> row(one.name(), one.sha256()));
    end();
    begin(
        "Cases in all and of each class",
        "model",
        "split",
        "cases",
        "patients",
        "no answer",
        "cases of each class");
    for (ModelFigures one : evaluation.figures()) {
      row(
          one.predictions().model(),
          one.predictions().split(),
          Integer.toString(one.predictions().cases().size()),
          Integer.toString(one.patients()),
          Integer.toString(one.predictions().unanswered()),
          one.named().classes().stream()
              .map(each -> each.name() + ": " + each.support())
              .collect(Collectors.joining(", ")));
    }
    end();
  }

  private void method() {
    html.append("<h2>How the figures were made</h2>\n<ul>\n");
    item("All intervals are of 95 %. A dash is a figure that the data do not define.");
    item(
        "Where every case is a patient of its own: areas under ROC curves have DeLong's intervals,"
            + " shares (accuracy, sensitivity, specificity, precision) those of Clopper and Pearson,"
            + " which are exact. Where patients have several cases, both are of a bootstrap that"
            + " draws patients.");
    item(
        String.format(
            Locale.ROOT,
            "F1, average precision (AP), Brier score and all averages: percentile intervals of that"
                + " bootstrap, %,d resamples, seed %d. Bands of ROC curves: the same, point by point."
                + " Points of reliability curves: Wilson's intervals. The expected calibration error"
                + " (ECE) and net benefit have none.",
            evaluation.settings().replicates(),
            evaluation.settings().seed()));
    item(
        "Each class counts against all others. Macro: mean of the classes; weighted: by their cases;"
            + " micro: over all pairs of a case and a class. A class's precision counts as 0 in"
            + " averages where it was never named.");
    item(
        "Brier score: of two classes, the mean squared error of the second class's probability (0 to"
            + " 1); of more, summed over classes (0 to 2). Expected calibration error: of the"
            + " predicted class, "
            + ProbabilityFigures.BINS
            + " bins of equal width.");
    item(
        "Models are compared on the cases that both answered: areas by DeLong's paired test, where"
            + " patients have several cases in Obuchowski's form, which takes patients for"
            + " independent; macro areas by the bootstrap of their difference; who is right how often"
            + " by McNemar's exact test. p values are not corrected for the number of comparisons.");
    item(
        "Probabilities are taken as they are; the predicted class is the most probable one, or the one"
            + " that the table names. No threshold was chosen on these data.");
    html.append("</ul>\n");
  }

  private void item(String text) {
    html.append("<li>").append(escaped(text)).append("</li>\n");
  }

  private void split(String split, List<Plot> plots) {
    html.append("<h2>Split: ").append(escaped(split)).append("</h2>\n");
    List<ModelFigures> here =
        evaluation.figures().stream()
            .filter(one -> one.predictions().split().equals(split))
            .toList();
    warnings(here);
    overall(here);
    here.forEach(this::ofClasses);
    comparisons(split);
    html.append("<div class=\"plots\">\n");
    for (Plot plot : plots) {
      html.append("<figure>").append(inline(plot.svg())).append("</figure>\n");
    }
    html.append("</div>\n");
  }

  /** What concerns several models is said once. */
  private void warnings(List<ModelFigures> here) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (ModelFigures one : here) {
      for (String warning : one.warnings()) {
        models.computeIfAbsent(warning, key -> new ArrayList<>()).add(one.predictions().model());
      }
    }
    models.forEach(
        (warning, whose) ->
            warning(
                whose.size() == here.size() && whose.size() > 1
                    ? "All models: " + warning
                    : String.join("; ", whose) + ": " + warning));
  }

  private void warning(String text) {
    html.append("<p class=\"warning\">").append(escaped(text)).append("</p>\n");
  }

  private void overall(List<ModelFigures> here) {
    begin(
        "All classes together",
        "model",
        "accuracy",
        "AUC macro",
        "AUC micro",
        "F1 macro",
        "Brier",
        "ECE");
    for (ModelFigures one : here) {
      Optional<ProbabilityFigures> probable = one.probable();
      row(
          one.predictions().model(),
          figure(one.named().accuracy()),
          of(probable, ProbabilityFigures::macro),
          of(probable, ProbabilityFigures::micro),
          figure(one.named().averages().get(Average.MACRO).f1()),
          of(probable, ProbabilityFigures::brier),
          probable.map(each -> three(each.reliability().expectedError())).orElse("\u2013"));
    }
    end();
  }

  private static String of(
      Optional<ProbabilityFigures> probable, Function<ProbabilityFigures, Interval> figure) {
    return probable.map(figure).map(ReportText::figure).orElse("\u2013");
  }

  private void ofClasses(ModelFigures one) {
    begin(
        one.predictions().model(),
        "class",
        "cases",
        "AUC",
        "sensitivity (recall)",
        "specificity",
        "precision",
        "F1");
    for (int k = 0; k < one.named().classes().size(); k++) {
      ClassFigures each = one.named().classes().get(k);
      int index = k;
      row(
          each.name(),
          Long.toString(each.support()),
          of(one.probable(), probable -> probable.areas().get(index)),
          figure(each.sensitivity()),
          figure(each.specificity()),
          figure(each.precision()),
          figure(each.f1()));
    }
    AveragedFigures macro = one.named().averages().get(Average.MACRO);
    row(
        "macro",
        Integer.toString(one.predictions().cases().size()),
        of(one.probable(), ProbabilityFigures::macro),
        figure(macro.sensitivity()),
        figure(macro.specificity()),
        figure(macro.precision()),
        figure(macro.f1()));
    end();
  }

  private void comparisons(String split) {
    List<Comparison> here =
        evaluation.comparisons().stream().filter(one -> one.split().equals(split)).toList();
    strangers(split, here);
    if (here.isEmpty()) {
      return;
    }
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    begin("Compared", "first", "second", "cases", "figure", "first minus second", "z", "p");
    for (Comparison one : here) {
      String cases = Integer.toString(one.cases());
      for (int k = 0; k < one.areas().size(); k++) {
        if (one.areas().get(k).isPresent()) {
          AreaComparison area = one.areas().get(k).get();
          row(
              one.first(),
              one.second(),
              cases,
              "AUC, " + classes.get(k),
              figure(area.difference()),
              three(area.z()),
              p(area.p()));
        }
      }
      if (one.macro().isPresent()) {
        row(
            one.first(),
            one.second(),
            cases,
            "AUC macro",
            figure(one.macro().get()),
            "\u2013",
            "\u2013");
      }
      row(
          one.first(),
          one.second(),
          cases,
          "right in " + one.right().onlyFirst() + " and " + one.right().onlySecond() + " alone",
          "\u2013",
          "\u2013",
          p(one.right().exactP()));
    }
    end();
    for (Comparison one : here) {
      for (String warning : one.warnings()) {
        warning(one.first() + " and " + one.second() + ": " + warning);
      }
    }
  }

  /** Says which models are not compared. */
  private void strangers(String split, List<Comparison> compared) {
    List<String> models =
        evaluation.figures().stream()
            .map(ModelFigures::predictions)
            .filter(one -> one.split().equals(split))
            .map(ModelPredictions::model)
            .toList();
    for (int n = 0; n < models.size(); n++) {
      String one = models.get(n);
      for (String other : models.subList(n + 1, models.size())) {
        if (compared.stream().noneMatch(c -> c.first().equals(one) && c.second().equals(other))) {
          warning(one + " and " + other + " have no case in common: they are not compared.");
        }
      }
    }
  }

  private void begin(String caption, String... columns) {
    html.append("<div class=\"wide\"><table>\n<caption>")
        .append(escaped(caption))
        .append("</caption>\n<tr>");
    for (String column : columns) {
      html.append("<th scope=\"col\">").append(escaped(column)).append("</th>");
    }
    html.append("</tr>\n");
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
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
    html.append("</tr>\n");
  }

  private void end() {
    html.append("</table></div>\n");
  }

  /** SVG without what only a file of its own may begin with. */
  private static String inline(String svg) {
    return svg.substring(svg.indexOf("<svg"));
  }
}
