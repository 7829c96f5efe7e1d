package org.radcam.zoo.evaluate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.stats.Interval;

/** The rows of {@code metrics.csv}, one a figure. What does not exist is empty. */
final class MetricsRows {
  private final StringWriter text = new StringWriter();
  private final CSVPrinter printer;

  MetricsRows() {
    try {
      printer =
          new CSVPrinter(
              text,
              CSVFormat.RFC4180
                  .builder()
                  .setHeader("model", "split", "figure", "class", "value", "low", "high", "n")
                  .setRecordSeparator("\n")
                  .get());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a text in memory
    }
  }

  void add(String model, String split, String figure, String of, Interval value, long n) {
    try {
      printer.printRecord(
          model,
          split,
          figure,
          of,
          number(value.estimate()),
          number(value.low()),
          number(value.high()),
          n);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a text in memory
    }
  }

  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : "";
  }

  /** The file's text. */
  String text() {
    return text.toString();
  }
}
