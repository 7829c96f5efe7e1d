package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.ReportText.NONE;
import static org.radcam.zoo.evaluate.ReportText.figure;
import static org.radcam.zoo.evaluate.ReportText.three;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.stats.calibration.HosmerLemeshow;

/** The part of a report about probabilities: their fit, and what was chosen on validation cases. */
final class ValidationReport {
  private ValidationReport() {}

  /** Hosmer and Lemeshow's tests of a split; nothing where there are no probabilities. */
  static void fit(HtmlPage page, List<ModelFigures> here) {
    List<List<String>> rows = new ArrayList<>();
    for (ModelFigures one : here) {
      one.probable().ifPresent(probable -> rows.addAll(fit(one.predictions(), probable.fit())));
    }
    if (!rows.isEmpty()) {
      page.table(
          new ReportTable(
              "Fit of the probabilities (Hosmer and Lemeshow); a small p speaks against it",
              List.of("model", "class", "groups", "chi-square", "degrees of freedom", "p"),
              rows));
    }
  }

  private static List<List<String>> fit(ModelPredictions of, GoodnessOfFit fit) {
    List<List<String>> rows = new ArrayList<>();
    // Of two classes the first mirrors the second.
    for (int k = of.classes().size() == 2 ? 1 : 0; k < of.classes().size(); k++) {
      Optional<HosmerLemeshow> test = fit.ofClass().get(k);
      rows.add(
          List.of(
              of.model(),
              of.classes().get(k),
              test.map(one -> Integer.toString(one.groups())).orElse(NONE),
              test.map(one -> three(one.chiSquare())).orElse(NONE),
              test.map(one -> Integer.toString(one.degreesOfFreedom())).orElse(NONE),
              test.map(one -> ReportText.p(one.p())).orElse(NONE)));
    }
    return rows;
  }

  /** What was chosen on validation cases; nothing where no model of the split has any. */
  static void chosen(HtmlPage page, List<ModelFigures> all) {
    List<ModelFigures> here = all.stream().filter(one -> one.chosen().isPresent()).toList();
    if (here.isEmpty()) {
      return;
    }
    page.subheading("Chosen on the split '" + ChosenOnValidation.SPLIT + "', judged here");
    Warnings.of(here, one -> one.chosen().orElseThrow().warnings()).forEach(page::warning);
    for (ModelFigures one : here) {
      page.table(thresholds(one, one.chosen().orElseThrow()));
    }
    page.table(calibration(here));
    List<List<String>> sets = new ArrayList<>();
    here.forEach(one -> sets.addAll(sets(one, one.chosen().orElseThrow())));
    if (!sets.isEmpty()) {
      page.paragraph(
          "Prediction sets hold every class that is not too strange for a case. If the cases of this"
              + " split come from where the validation cases come from, and nothing else was chosen on"
              + " those, a set holds the true class with a probability of at least 0.90, on the mean"
              + " over cases and over draws of validation cases, not for every class. With the"
              + " validation cases that there are it may be less or more: the column 'by chance' tells"
              + " where it lies for 95 of 100 draws of them. Only a coverage whose interval lies below"
              + " that range speaks against a common origin.");
      page.table(
          new ReportTable(
              "Prediction sets of 0.90 stated coverage",
              List.of(
                  "model",
                  "sets",
                  "cases of",
                  "coverage",
                  "by chance",
                  "classes in a set",
                  "one class",
                  "none"),
              sets));
    }
  }

  private static ReportTable thresholds(ModelFigures one, ChosenOnValidation chosen) {
    List<List<String>> rows = new ArrayList<>();
    for (JudgedThreshold each : chosen.thresholds()) {
      rows.add(
          List.of(
              one.predictions().classes().get(each.positiveClass()),
              each.rule().rule().describe(),
              three(each.value()),
              figure(each.sensitivity()),
              figure(each.specificity()),
              figure(each.precision()),
              figure(each.negativePredictiveValue())));
    }
    return new ReportTable(
        "Thresholds: "
            + one.predictions().model()
            + " ("
            + chosen.validation()
            + " validation cases)",
        List.of(
            "class",
            "on validation cases",
            "threshold",
            "sensitivity",
            "specificity",
            "positive predictive value",
            "negative predictive value"),
        rows);
  }

  private static ReportTable calibration(List<ModelFigures> here) {
    List<List<String>> rows = new ArrayList<>();
    for (ModelFigures one : here) {
      Recalibration all = one.chosen().orElseThrow().recalibration();
      String model = one.predictions().model();
      rows.add(losses(model, "as they are", all.before()));
      all.temperature()
          .ifPresent(
              fitted ->
                  rows.add(
                      losses(
                          model,
                          "temperature " + three(fitted.scaling().temperature()),
                          fitted.after())));
      all.platt()
          .ifPresent(
              fitted ->
                  rows.add(
                      losses(
                          model,
                          "Platt, slope "
                              + three(fitted.scaling().slope())
                              + ", intercept "
                              + three(fitted.scaling().intercept()),
                          fitted.after())));
    }
    return new ReportTable(
        "Calibration", List.of("model", "probabilities", "Brier", "ECE", "log loss"), rows);
  }

  private static List<String> losses(String model, String what, Losses losses) {
    return List.of(
        model,
        what,
        figure(losses.brier()),
        three(losses.expectedError()),
        figure(losses.logLoss()));
  }

  private static List<List<String>> sets(ModelFigures one, ChosenOnValidation chosen) {
    List<List<String>> rows = new ArrayList<>();
    String model = one.predictions().model();
    for (JudgedSets sets : chosen.sets()) {
      rows.add(
          List.of(
              model,
              sets.score().name(),
              "all classes",
              figure(sets.coverage()),
              three(sets.drawn().low()) + " to " + three(sets.drawn().high()),
              figure(sets.meanSize()),
              figure(sets.single()),
              figure(sets.empty())));
      for (int k = 0; k < sets.coverageOfClass().size(); k++) {
        rows.add(
            List.of(
                model,
                sets.score().name(),
                one.predictions().classes().get(k),
                figure(sets.coverageOfClass().get(k)),
                "",
                "",
                "",
                ""));
      }
    }
    return rows;
  }
}
