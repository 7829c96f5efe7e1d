package org.radcam.zoo.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.radcam.stats.LogisticTerm;
import org.radcam.task.ClinicalField;

/** Screenings in sentences for people. */
public final class ScreeningWords {
  /** A smaller p is only said to be below it. */
  private static final double SMALLEST_P = 0.0001;

  private ScreeningWords() {}

  /** What came of a screening, a line a field and word. */
  public static List<String> lines(Screening screening) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Screening of clinical values by multivariate logistic regression (odds of %s; %d of %d"
                + " patients have a value of every field that is tested; kept where p < %s):",
            screening.positive(),
            screening.complete(),
            screening.patients(),
            screening.alpha()));
    for (ScreenedField field : screening.fields()) {
      String verdict =
          field.kept()
              ? "kept, " + p(field.multivariateP())
              : field.multivariateP().isPresent()
                  ? "left out, " + p(field.multivariateP())
                  : "left out, not tested";
      lines.add(
          "  "
              + field.field().key()
              + ": "
              + verdict
              + (field.remark().isEmpty()
                  ? "."
                  : ": " + field.remark().replaceAll("\\.$", "") + "."));
      for (ScreenedTerm term : field.terms()) {
        lines.add(
            "    "
                + (term.word().isEmpty()
                    ? "one more" + field.field().unit().map(unit -> " (" + unit + ")").orElse("")
                    : term.word() + " against " + term.against())
                + ": odds ratio "
                + odds(term.multivariate())
                + "; alone "
                + odds(term.univariate())
                + ".");
      }
    }
    return lines;
  }

  /** What a card says of it. */
  public static String sentence(Screening screening) {
    List<String> kept = screening.kept().stream().map(ClinicalField::key).toList();
    List<String> left =
        screening.fields().stream()
            .filter(field -> !field.kept())
            .map(
                field ->
                    field.field().key()
                        + (field.multivariateP().isPresent()
                            ? " (" + p(field.multivariateP()) + ")"
                            : " (not tested)"))
            .toList();
    return "Clinical values were screened by multivariate logistic regression on "
        + screening.complete()
        + " of the patients, those with p < "
        + screening.alpha()
        + " kept: "
        + (kept.isEmpty()
            ? "none, so the model answers from the image alone"
            : screening.fields().stream()
                .filter(ScreenedField::kept)
                .map(field -> field.field().key() + " (" + p(field.multivariateP()) + ")")
                .collect(Collectors.joining(", ")))
        + (left.isEmpty() ? "." : "; left out: " + String.join(", ", left) + ".");
  }

  private static String p(OptionalDouble p) {
    return p.getAsDouble() < SMALLEST_P
        ? "p < 0.0001"
        : String.format(Locale.ROOT, "p = %.4f", p.getAsDouble());
  }

  private static String odds(Optional<LogisticTerm> term) {
    return term.map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%.3f (%.3f to %.3f), %s",
                    one.oddsRatio().estimate(),
                    one.oddsRatio().low(),
                    one.oddsRatio().high(),
                    p(OptionalDouble.of(one.p()))))
        .orElse("not estimated");
  }
}
