package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Predictions;
import org.radcam.stats.confusion.ClassificationReport;
import org.radcam.stats.confusion.ProportionMethod;

/**
 * How good one model or reader is on one split.
 *
 * @param predictions what it said
 * @param patients how many there are
 * @param named of the classes that it named
 * @param probable of its probabilities; empty where there are none
 * @param chosen what was chosen on its validation cases; empty where it has none, or no
 *     probabilities, and on the validation cases themselves
 * @param warnings what a reader of the figures must know
 */
public record ModelFigures(
    ModelPredictions predictions,
    int patients,
    ClassificationReport named,
    Optional<ProbabilityFigures> probable,
    Optional<ChosenOnValidation> chosen,
    List<String> warnings) {
  /** Below so many cases of a class an interval is wider than most differences of interest. */
  static final int FEW = 20;

  public ModelFigures {
    warnings = List.copyOf(warnings);
  }

  /**
   * Makes all figures.
   *
   * @param validation the same model's cases of the split to choose on; empty where there is none
   * @throws UserException if a patient is among the validation cases and these
   */
  static ModelFigures of(
      ModelPredictions predictions,
      Optional<ModelPredictions> validation,
      EvaluationSettings settings) {
    ClusteredBootstrap bootstrap =
        new ClusteredBootstrap(predictions.patients(), settings.replicates(), settings.seed());
    boolean clustered = bootstrap.clusters() < predictions.cases().size();
    ClassificationReport named =
        ClassificationReport.of(
            predictions.classes(),
            predictions.labels(),
            predictions.predicted(),
            clustered ? ProportionMethod.CLUSTERED_BOOTSTRAP : ProportionMethod.CLOPPER_PEARSON,
            bootstrap);
    Optional<ProbabilityFigures> probable =
        predictions.probabilities().map(p -> ProbabilityFigures.of(p, bootstrap));
    List<String> warnings = warnings(predictions, named, bootstrap.clusters());
    probable.ifPresent(figures -> warnings.addAll(figures.fit().warnings()));
    return new ModelFigures(
        predictions,
        bootstrap.clusters(),
        named,
        probable,
        chosen(predictions, validation, settings),
        warnings);
  }

  private static Optional<ChosenOnValidation> chosen(
      ModelPredictions judged, Optional<ModelPredictions> validation, EvaluationSettings settings) {
    Optional<Predictions> chosenOn = validation.flatMap(ModelPredictions::probabilities);
    Optional<Predictions> others = judged.probabilities();
    if (chosenOn.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ChosenOnValidation.of(chosenOn.get(), others.get(), settings));
    } catch (UserException e) {
      throw new UserException(
          "Model '" + judged.model() + "', split '" + judged.split() + "': " + e.getMessage() + ".",
          e);
    }
  }

  /** Whether several cases share a patient, so that intervals are of the bootstrap of patients. */
  public boolean clustered() {
    return patients < predictions.cases().size();
  }

  private static List<String> warnings(
      ModelPredictions predictions, ClassificationReport named, int patients) {
    List<String> warnings = new ArrayList<>();
    int cases = predictions.cases().size();
    List<String> none = new ArrayList<>();
    List<String> few = new ArrayList<>();
    List<String> never = new ArrayList<>();
    for (int k = 0; k < predictions.classes().size(); k++) {
      long support = named.matrix().support(k);
      String key = "'" + predictions.classes().get(k) + "'";
      if (support == 0) {
        none.add(key);
      } else if (support < FEW) {
        few.add(key + " (" + support + ")");
      }
      if (named.matrix().ofClass(k).precision().count() == 0) {
        never.add(key);
      }
    }
    if (!none.isEmpty()) {
      warnings.add(
          "No case is of the "
              + classes(none)
              + ": what concerns it, and averages over classes that need it, cannot be told.");
    }
    if (!few.isEmpty()) {
      warnings.add(
          "Fewer than "
              + FEW
              + " cases are of the "
              + classes(few)
              + ": figures of so few say little, and their intervals are rough.");
    }
    if (patients < cases) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d cases are of %d patients: intervals are of a bootstrap that draws patients.",
              cases,
              patients));
    }
    if (predictions.unanswered() > 0) {
      warnings.add(
          predictions.unanswered()
              + (predictions.unanswered() == 1 ? " case has" : " cases have")
              + " no answer, because the model failed; all figures are of the others.");
    }
    if (predictions.thresholded() > 0) {
      warnings.add(
          predictions.thresholded()
              + (predictions.thresholded() == 1 ? " case is" : " cases are")
              + " called another class than the most probable one, as by a threshold: what is"
              + " counted is the class that was named.");
    }
    if (!never.isEmpty()) {
      warnings.add("Never named, so that precision counts as 0: the " + classes(never) + ".");
    }
    return warnings;
  }

  private static String classes(List<String> keys) {
    return (keys.size() == 1 ? "class " : "classes ") + String.join(", ", keys);
  }
}
