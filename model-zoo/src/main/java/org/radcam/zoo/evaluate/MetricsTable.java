package org.radcam.zoo.evaluate;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.ClassFigures;

/**
 * {@code metrics.csv}: every figure of every model and split in a row of its own, for spreadsheets:
 * {@code model, split, figure, class, value, low, high, n}. What does not exist is empty.
 */
final class MetricsTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("model", "split", "figure", "class", "value", "low", "high", "n")
          .setRecordSeparator("\n")
          .get();

  private MetricsTable() {}

  static String of(Evaluation evaluation) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (ModelFigures one : evaluation.figures()) {
        new Rows(printer, one).print();
      }
    }
    return text.toString();
  }

  private record Rows(CSVPrinter printer, ModelFigures figures) {
    void print() throws IOException {
      int all = figures.predictions().cases().size();
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
      if (figures.probable().isPresent()) {
        ProbabilityFigures probable = figures.probable().get();
        row("auc_macro", "", probable.macro(), all);
        row("auc_micro", "", probable.micro(), all);
        row("auc_weighted", "", probable.weighted(), all);
        List<String> classes = figures.predictions().classes();
        for (int k = 0; k < classes.size(); k++) {
          row("auc", classes.get(k), probable.areas().get(k), all);
          row("average_precision", classes.get(k), probable.averagePrecisions().get(k), all);
        }
        row("brier", "", probable.brier(), all);
        double error = probable.reliability().expectedError();
        row("ece", "", new Interval(error, Double.NaN, Double.NaN), all);
      }
    }

    private void row(String figure, String of, Interval value, long n) throws IOException {
      printer.printRecord(
          figures.predictions().model(),
          figures.predictions().split(),
          figure,
          of,
          number(value.estimate()),
          number(value.low()),
          number(value.high()),
          n);
    }

    private static Object number(double value) {
      return Double.isFinite(value) ? (Object) value : "";
    }
  }
}
