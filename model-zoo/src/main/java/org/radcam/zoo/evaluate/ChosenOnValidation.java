package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.UserException;
import org.radcam.stats.Predictions;
import org.radcam.stats.validation.ConformalScore;
import org.radcam.stats.validation.ConformalSets;
import org.radcam.stats.validation.PlattScaling;
import org.radcam.stats.validation.TemperatureScaling;
import org.radcam.stats.validation.Threshold;
import org.radcam.stats.validation.ValidationCases;

/**
 * What was chosen on a model's cases of the split {@value #SPLIT}, and is judged on those of
 * another: thresholds, calibrations and conformal prediction sets. What the validation cases do not
 * determine is left out, and a warning says why.
 *
 * @param validation how many validation cases there were
 * @param thresholds by class, then by rule
 * @param recalibration temperature and Platt scaling
 * @param sets of each score that the validation cases are enough for
 * @param method of the intervals of shares
 * @param warnings what a reader of the figures must know
 */
public record ChosenOnValidation(
    int validation,
    List<JudgedThreshold> thresholds,
    Recalibration recalibration,
    List<JudgedSets> sets,
    String method,
    List<String> warnings) {
  /** Where everything is chosen. */
  public static final String SPLIT = "validation";

  /** Stated, of the prediction sets. */
  public static final double COVERAGE = 0.90;

  public ChosenOnValidation {
    thresholds = List.copyOf(thresholds);
    sets = List.copyOf(sets);
    warnings = List.copyOf(warnings);
  }

  /**
   * Chooses, and judges.
   *
   * @param validation of the same model
   * @throws UserException if a patient is among both
   */
  static ChosenOnValidation of(
      Predictions validation, Predictions judged, EvaluationSettings settings) {
    return new Maker(
            new ValidationCases(validation),
            judged,
            Shares.of(judged.patients(), settings),
            new ArrayList<>())
        .make();
  }

  private record Maker(
      ValidationCases validation, Predictions judged, Shares shares, List<String> warnings) {
    ChosenOnValidation make() {
      few();
      return new ChosenOnValidation(
          validation.predictions().size(),
          thresholds(),
          recalibration(),
          sets(),
          shares.method().name(),
          warnings);
    }

    private void few() {
      int[] support = validation.predictions().support();
      List<String> few = new ArrayList<>();
      for (int k = 0; k < support.length; k++) {
        if (support[k] < ModelFigures.FEW) {
          few.add("'" + judged.classes().get(k) + "' (" + support[k] + ")");
        }
      }
      if (!few.isEmpty()) {
        warnings.add(
            "Fewer than "
                + ModelFigures.FEW
                + " validation cases are of "
                + String.join(", ", few)
                + ": of other validation cases, what was chosen may be quite different.");
      }
    }

    private List<JudgedThreshold> thresholds() {
      List<JudgedThreshold> thresholds = new ArrayList<>();
      for (int k = 0; k < judged.classes().size(); k++) {
        int own = k;
        if (validation.predictions().support()[k] == 0) {
          warnings.add(
              "No threshold can be chosen for the class '"
                  + judged.classes().get(k)
                  + "': it has no validation case.");
          continue;
        }
        for (StandardRule rule : StandardRule.values()) {
          fitted(() -> Threshold.choose(validation, own, rule.rule()))
              .map(threshold -> JudgedThreshold.of(rule, threshold, judged, shares))
              .ifPresent(thresholds::add);
        }
      }
      return thresholds;
    }

    private Recalibration recalibration() {
      Optional<TemperatureScaling> temperature = fitted(() -> TemperatureScaling.fit(validation));
      Optional<PlattScaling> platt =
          judged.classes().size() == 2
              ? fitted(() -> PlattScaling.fit(validation))
              : Optional.empty();
      return new Recalibration(
          losses(judged),
          temperature.map(
              scaling -> new Recalibration.Fitted<>(scaling, losses(scaling.apply(judged)))),
          platt.map(scaling -> new Recalibration.Fitted<>(scaling, losses(scaling.apply(judged)))));
    }

    private Losses losses(Predictions predictions) {
      return Losses.of(predictions, shares.bootstrap());
    }

    private List<JudgedSets> sets() {
      List<JudgedSets> sets = new ArrayList<>();
      for (ConformalScore score : ConformalScore.values()) {
        fitted(() -> ConformalSets.fit(validation, score, COVERAGE))
            .map(fitted -> JudgedSets.of(fitted, judged, shares))
            .ifPresent(sets::add);
      }
      return sets;
    }

    /** Only what cannot be fitted is a warning; that patients are shared is an error. */
    private <T> Optional<T> fitted(Supplier<T> fit) {
      try {
        return Optional.of(fit.get());
      } catch (UserException e) {
        String warning = e.getMessage() + ".";
        if (!warnings.contains(warning)) {
          warnings.add(warning);
        }
        return Optional.empty();
      }
    }
  }
}
