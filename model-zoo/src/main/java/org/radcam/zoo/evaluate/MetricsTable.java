package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.stats.Interval;
import org.radcam.stats.calibration.HosmerLemeshow;
import org.radcam.stats.confusion.ClassFigures;

/**
 * {@code metrics.csv}: every figure of every model and split in a row of its own, for spreadsheets:
 * {@code model, split, figure, class, value, low, high, n}; then those of readers.
 */
final class MetricsTable {
  private final MetricsRows rows;
  private final ModelFigures figures;
  private final int all;

  private MetricsTable(MetricsRows rows, ModelFigures figures) {
    this.rows = rows;
    this.figures = figures;
    this.all = figures.predictions().cases().size();
  }

  static String of(Evaluation evaluation) {
    MetricsRows rows = new MetricsRows();
    for (ModelFigures one : evaluation.figures()) {
      MetricsTable table = new MetricsTable(rows, one);
      table.named();
      one.probable().ifPresent(table::probable);
      one.chosen().ifPresent(table::chosen);
    }
    List<String> classes = evaluation.figures().get(0).predictions().classes();
    ReaderRows.add(rows, evaluation.readers(), classes);
    return rows.text();
  }

  private void named() {
    row("accuracy", "", figures.named().accuracy(), all);
    for (ClassFigures one : figures.named().classes()) {
      String key = one.name();
      row("sensitivity", key, one.sensitivity(), one.support());
      row("specificity", key, one.specificity(), all - one.support());
      row("precision", key, one.precision(), all);
      row("negative_predictive_value", key, one.negativePredictiveValue(), all);
      row("f1", key, one.f1(), all);
    }
    for (var average : figures.named().averages().entrySet()) {
      String of = "_" + average.getKey().name().toLowerCase(Locale.ROOT);
      row("sensitivity" + of, "", average.getValue().sensitivity(), all);
      row("specificity" + of, "", average.getValue().specificity(), all);
      row("precision" + of, "", average.getValue().precision(), all);
      row("f1" + of, "", average.getValue().f1(), all);
    }
  }

  private void probable(ProbabilityFigures probable) {
    row("auc_macro", "", probable.macro(), all);
    row("auc_micro", "", probable.micro(), all);
    row("auc_weighted", "", probable.weighted(), all);
    List<String> classes = figures.predictions().classes();
    for (int k = 0; k < classes.size(); k++) {
      row("auc", classes.get(k), probable.areas().get(k), all);
      row("average_precision", classes.get(k), probable.averagePrecisions().get(k), all);
    }
    row("brier", "", probable.brier(), all);
    row("ece", "", alone(probable.reliability().expectedError()), all);
    row("log_loss", "", probable.logLoss(), all);
    for (int k = 0; k < classes.size(); k++) {
      Optional<HosmerLemeshow> test = probable.fit().ofClass().get(k);
      String name = "hosmer_lemeshow_";
      double nan = Double.NaN;
      row(
          name + "chi_square",
          classes.get(k),
          alone(test.map(HosmerLemeshow::chiSquare).orElse(nan)),
          all);
      row(name + "p", classes.get(k), alone(test.map(HosmerLemeshow::p).orElse(nan)), all);
    }
  }

  private void chosen(ChosenOnValidation chosen) {
    for (JudgedThreshold one : chosen.thresholds()) {
      String key = figures.predictions().classes().get(one.positiveClass());
      String at = "_at_" + one.rule().key();
      long support = one.counts().sensitivity().count();
      row("threshold_" + one.rule().key(), key, alone(one.value()), chosen.validation());
      row("sensitivity" + at, key, one.sensitivity(), support);
      row("specificity" + at, key, one.specificity(), all - support);
      row("precision" + at, key, one.precision(), all);
      row("negative_predictive_value" + at, key, one.negativePredictiveValue(), all);
    }
    Recalibration scaled = chosen.recalibration();
    scaled
        .temperature()
        .ifPresent(
            fitted -> {
              row("temperature", "", alone(fitted.scaling().temperature()), chosen.validation());
              losses("temperature", fitted.after());
            });
    scaled
        .platt()
        .ifPresent(
            fitted -> {
              row("platt_slope", "", alone(fitted.scaling().slope()), chosen.validation());
              row("platt_intercept", "", alone(fitted.scaling().intercept()), chosen.validation());
              losses("platt", fitted.after());
            });
    for (JudgedSets one : chosen.sets()) {
      String score = "_" + one.score().name().toLowerCase(Locale.ROOT);
      row("coverage" + score, "", one.coverage(), all);
      for (int k = 0; k < one.coverageOfClass().size(); k++) {
        String key = figures.predictions().classes().get(k);
        long support = one.figures().coveredOfClass().get(k).count();
        row("coverage" + score, key, one.coverageOfClass().get(k), support);
      }
      row("set_size" + score, "", one.meanSize(), all);
      row("single" + score, "", one.single(), all);
      row("empty" + score, "", one.empty(), all);
    }
  }

  private void losses(String scaling, Losses after) {
    row("brier_after_" + scaling, "", after.brier(), all);
    row("ece_after_" + scaling, "", alone(after.expectedError()), all);
    row("log_loss_after_" + scaling, "", after.logLoss(), all);
  }

  private static Interval alone(double value) {
    return new Interval(value, Double.NaN, Double.NaN);
  }

  private void row(String figure, String of, Interval value, long n) {
    rows.add(figures.predictions().model(), figures.predictions().split(), figure, of, value, n);
  }
}
