package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.NONE;
import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.p;
import static org.radcam.zoo.evaluate.ReportText.three;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.radcam.stats.AreaComparison;

/** The part of a report that compares the models and readers of one split. */
final class ComparisonReport {
  private ComparisonReport() {}

  static void write(HtmlPage page, Evaluation evaluation, String split) {
    notCompared(page, evaluation, split);
    List<Comparison> here =
        evaluation.comparisons().stream().filter(one -> one.split().equals(split)).toList();
    if (here.isEmpty()) {
      return;
    }
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    List<List<String>> rows = new ArrayList<>();
    here.forEach(one -> rows.addAll(rows(one, classes)));
    page.table(
        new ReportTable(
            "Compared",
            List.of("first", "second", "cases", "figure", "first minus second", "z", "p"),
            rows));
    for (Comparison one : here) {
      for (String warning : one.warnings()) {
        page.warning(one.first() + " and " + one.second() + ": " + warning);
      }
    }
  }

  /** Strangers are a surprise; what nobody asked for is none, and is said in one sentence. */
  private static void notCompared(HtmlPage page, Evaluation evaluation, String split) {
    Map<String, List<String>> notAsked = new LinkedHashMap<>();
    boolean crossed = false;
    for (NotCompared one : evaluation.notCompared()) {
      if (one.split().equals(split)) {
        switch (one.reason()) {
          case NO_CASE_IN_COMMON ->
              page.warning(
                  one.first()
                      + " and "
                      + one.second()
                      + " have no case in common: they are not compared.");
          case OTHER_READER_AND_CONDITION -> crossed = true;
          case NOT_ASKED_FOR ->
              notAsked.computeIfAbsent(one.first(), key -> new ArrayList<>()).add(one.second());
        }
      }
    }
    if (crossed) {
      page.paragraph("Readers without the model are not compared with other readers with it.");
    }
    if (!notAsked.isEmpty()) {
      page.paragraph(
          "Not compared, because it was not asked for: "
              + notAsked.entrySet().stream()
                  .map(one -> one.getKey() + " with " + String.join(", ", one.getValue()))
                  .collect(Collectors.joining("; "))
              + ".");
    }
  }

  /** Of two classes the areas of the first and of both are that of the second. */
  private static List<List<String>> rows(Comparison one, List<String> classes) {
    String cases = Integer.toString(one.cases());
    List<List<String>> rows = new ArrayList<>();
    boolean two = classes.size() == 2;
    for (int k = two ? 1 : 0; k < one.areas().size(); k++) {
      if (one.areas().get(k).isPresent()) {
        AreaComparison area = one.areas().get(k).get();
        rows.add(
            List.of(
                one.first(),
                one.second(),
                cases,
                "AUC, " + classes.get(k),
                figure(area.difference()),
                three(area.z()),
                p(area.p())));
      }
    }
    one.macro()
        .filter(macro -> !two)
        .ifPresent(
            macro ->
                rows.add(
                    List.of(
                        one.first(), one.second(), cases, "AUC macro", figure(macro), NONE, NONE)));
    rows.add(
        List.of(
            one.first(),
            one.second(),
            cases,
            "right alone",
            one.right().onlyFirst() + " and " + one.right().onlySecond(),
            NONE,
            p(one.right().exactP())));
    return rows;
  }
}
