package org.radcam.zoo.screening;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Gamma;
import org.radcam.stats.LogisticFit;
import org.radcam.stats.LogisticRegression;
import org.radcam.stats.LogisticTerm;
import org.radcam.task.ClinicalField;

/**
 * The logistic regression of some fields on the patients that have a value of every one of them.
 */
final class Regression {
  private final List<FieldColumns> columns;
  private final List<Patient> patients;
  private final LogisticFit fit;

  private Regression(List<FieldColumns> columns, List<Patient> patients) {
    this.columns = columns;
    this.patients = patients;
    this.fit = fit(columns, patients);
  }

  /**
   * Fits.
   *
   * @param patients all with a value of every field
   * @throws org.radcam.UserException if the patients do not determine a finite maximum, as {@link
   *     LogisticRegression} tells
   */
  static Regression of(List<FieldColumns> columns, List<Patient> patients) {
    return new Regression(List.copyOf(columns), List.copyOf(patients));
  }

  private static LogisticFit fit(List<FieldColumns> columns, List<Patient> patients) {
    int width = columns.stream().mapToInt(FieldColumns::width).sum();
    double[][] x = new double[patients.size()][width];
    boolean[] y = new boolean[patients.size()];
    for (int n = 0; n < y.length; n++) {
      y[n] = patients.get(n).positive();
      int at = 0;
      for (FieldColumns field : columns) {
        field.fill(patients.get(n), x[n], at);
        at += field.width();
      }
    }
    List<String> names = columns.stream().flatMap(field -> field.names().stream()).toList();
    return LogisticRegression.fit(x, y, names);
  }

  int cases() {
    return fit.cases();
  }

  boolean has(ClinicalField field) {
    return columns.stream().anyMatch(own -> own.field().equals(field));
  }

  /** The term of a number (with the word ""), or of a word against the reference of a choice. */
  Optional<LogisticTerm> term(ClinicalField field, String word, String against) {
    int at = 0;
    for (FieldColumns own : columns) {
      if (own.field().equals(field) && own.reference().orElse("").equals(against)) {
        int index = own.reference().isEmpty() ? 0 : own.words().indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(fit.terms().get(at + index));
      }
      at += own.width();
    }
    return Optional.empty();
  }

  /**
   * Tests that a field says nothing, the others held: Wald's test for one column; for several the
   * likelihood ratio test of the regression without them (Hosmer, Lemeshow and Sturdivant, Applied
   * Logistic Regression, 3rd ed. 2013, section 2.4).
   */
  double p(ClinicalField field) {
    FieldColumns own =
        columns.stream().filter(one -> one.field().equals(field)).findFirst().orElseThrow();
    if (own.width() == 1) {
      String word = own.words().stream().findFirst().orElse("");
      return term(field, word, own.reference().orElse("")).orElseThrow().p();
    }
    List<FieldColumns> others = columns.stream().filter(one -> !one.equals(own)).toList();
    double without =
        others.isEmpty() ? fit.nullLogLikelihood() : fit(others, patients).logLikelihood();
    double statistic = Math.max(0, 2 * (fit.logLikelihood() - without));
    // The upper tail of the chi-squared distribution.
    return Gamma.regularizedGammaQ(own.width() / 2.0, statistic / 2);
  }
}
