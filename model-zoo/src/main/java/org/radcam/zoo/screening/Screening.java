package org.radcam.zoo.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.task.ClinicalField;

/**
 * Screening by multivariate logistic regression: all fields enter one regression, and those whose
 * test has p below alpha are kept.
 *
 * <p>A field is not tested, and not kept, with a remark that says why, where
 *
 * <ul>
 *   <li>no patient, or only some of one class, has a value of it;
 *   <li>every patient has the same value;
 *   <li>it separates the classes by itself, so that it has no finite odds ratio;
 *   <li>it follows from the fields before it, or separates the classes together with them.
 * </ul>
 *
 * <p>A patient with an unknown value is left out of the regressions that need it.
 *
 * @param positive key of the class whose odds are modelled
 * @param alpha bound of p
 * @param patients how many there were
 * @param complete how many of them are in the multivariate regression
 * @param fields in the order that they were given in
 */
public record Screening(
    String positive, double alpha, int patients, int complete, List<ScreenedField> fields) {
  public Screening {
    fields = List.copyOf(fields);
  }

  /**
   * Screens.
   *
   * @param positive key of the class that {@link Patient#positive} means
   * @param alpha above 0 and below 1
   */
  public static Screening of(
      List<ClinicalField> fields, List<Patient> patients, String positive, double alpha) {
    return new Run(patients, alpha).screen(fields, positive);
  }

  /** The fields that enter the network. */
  public List<ClinicalField> kept() {
    return fields.stream().filter(ScreenedField::kept).map(ScreenedField::field).toList();
  }

  /** One screening on its way. */
  private static final class Run {
    private final List<Patient> patients;
    private final double alpha;
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private final Map<String, Regression> alone = new LinkedHashMap<>();
    private final Map<String, FieldColumns> columns = new LinkedHashMap<>();

    Run(List<Patient> patients, double alpha) {
      this.patients = patients;
      this.alpha = alpha;
    }

    Screening screen(List<ClinicalField> fields, String positive) {
      fields.forEach(this::univariate);
      Optional<Regression> together = together(fields);
      return new Screening(
          positive,
          alpha,
          patients.size(),
          together.map(Regression::cases).orElse(0),
          fields.stream().map(field -> result(field, together)).toList());
    }

    private void univariate(ClinicalField field) {
      List<Patient> known = known(field);
      if (known.isEmpty()) {
        remarks.put(field.key(), "No patient has a value of it");
        return;
      }
      FieldColumns own = FieldColumns.of(field, known);
      if (own.width() == 0) {
        remarks.put(field.key(), "It is " + own.reference().orElseThrow() + " in every patient");
        return;
      }
      try {
        alone.put(field.key(), Regression.of(List.of(own), known));
        columns.put(field.key(), own);
      } catch (UserException e) {
        remarks.put(field.key(), e.getMessage());
      }
    }

    /** The regression of as many fields as it can be made of, taken in their order. */
    private Optional<Regression> together(List<ClinicalField> fields) {
      Optional<Regression> best = Optional.empty();
      List<ClinicalField> taken = new ArrayList<>();
      for (ClinicalField field : fields) {
        if (!alone.containsKey(field.key())) {
          continue;
        }
        List<ClinicalField> more = Stream.concat(taken.stream(), Stream.of(field)).toList();
        try {
          best = Optional.of(regression(more));
          taken.add(field);
        } catch (UserException e) {
          remarks.put(field.key(), e.getMessage());
        }
      }
      return best;
    }

    private Regression regression(List<ClinicalField> fields) {
      List<Patient> complete =
          patients.stream()
              .filter(one -> fields.stream().allMatch(f -> one.value(f.key()).isPresent()))
              .toList();
      List<FieldColumns> now =
          fields.stream().map(field -> FieldColumns.of(field, complete)).toList();
      for (FieldColumns field : now) {
        if (field.width() == 0) {
          throw new UserException(
              "Of the patients with a value of every field, all have the same "
                  + field.field().key());
        }
      }
      return Regression.of(now, complete);
    }

    private ScreenedField result(ClinicalField field, Optional<Regression> together) {
      Optional<Regression> own = Optional.ofNullable(alone.get(field.key()));
      Optional<Regression> all = together.filter(one -> one.has(field));
      OptionalDouble p = p(field, all);
      return new ScreenedField(
          field,
          known(field).size(),
          own.map(one -> terms(field, one, all)).orElse(List.of()),
          p(field, own),
          p,
          p.isPresent() && p.getAsDouble() < alpha,
          remarks.getOrDefault(field.key(), ""));
    }

    private static OptionalDouble p(ClinicalField field, Optional<Regression> regression) {
      return regression.stream().mapToDouble(one -> one.p(field)).findFirst();
    }

    private List<ScreenedTerm> terms(
        ClinicalField field, Regression own, Optional<Regression> together) {
      FieldColumns all = columns.get(field.key());
      String against = all.reference().orElse("");
      List<String> words = all.reference().isEmpty() ? List.of("") : all.words();
      return words.stream()
          .map(
              word ->
                  new ScreenedTerm(
                      word,
                      against,
                      own.term(field, word, against),
                      together.flatMap(one -> one.term(field, word, against))))
          .toList();
    }

    private List<Patient> known(ClinicalField field) {
      return patients.stream().filter(one -> one.value(field.key()).isPresent()).toList();
    }
  }
}
