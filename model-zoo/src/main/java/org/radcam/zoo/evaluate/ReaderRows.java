package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Optional;
import org.radcam.stats.Interval;
import org.radcam.stats.agreement.ReaderFigures;

/**
 * The rows of readers in {@code metrics.csv}: differences, second minus first, with both names in
 * the column of the model, and kappa.
 */
final class ReaderRows {
  private ReaderRows() {}

  static void add(MetricsRows rows, ReaderResults results, List<String> classes) {
    results.comparisons().forEach(one -> add(rows, one, classes));
    for (ReaderAgreement one : results.agreements()) {
      for (ReaderAgreement.Pair pair : one.pairs()) {
        rows.add(
            named(pair.first(), one.condition()) + " and " + named(pair.second(), one.condition()),
            one.split(),
            "cohen_kappa",
            "",
            pair.kappa().orElse(Interval.UNDEFINED),
            pair.cases());
      }
      rows.add(
          named("readers", one.condition()),
          one.split(),
          "fleiss_kappa",
          "",
          one.all().orElse(Interval.UNDEFINED),
          one.cases());
    }
  }

  private static void add(MetricsRows rows, ReaderComparison one, List<String> classes) {
    for (ReaderFigure figure : one.figures()) {
      String name = figure.name() + "_difference";
      String of = figure.ofClass().isPresent() ? classes.get(figure.ofClass().getAsInt()) : "";
      for (ReaderFigures reader : figure.study().readers()) {
        rows.add(
            pair(reader.reader(), one), one.split(), name, of, reader.difference(), one.cases());
      }
      rows.add(
          pair("mean of the readers", one),
          one.split(),
          name,
          of,
          figure.study().difference(),
          one.cases());
    }
  }

  private static String pair(String who, ReaderComparison one) {
    return one.model()
        .map(model -> named(who, one.condition()) + " and " + model)
        .orElse(
            named(who, Optional.of(ReadingCondition.WITHOUT))
                + " and "
                + named(who, Optional.of(ReadingCondition.WITH)));
  }

  private static String named(String who, Optional<ReadingCondition> condition) {
    return new Reading(who, condition).name();
  }
}
