package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.radcam.Progress;

/**
 * How good models and readers are, each on every split, and each against each.
 *
 * @param settings how the figures were made
 * @param figures of each model on each split
 * @param comparisons of two that answered the same cases of a split
 * @param notCompared every other two of a split
 * @param readers without and with the model, against models, and among each other
 */
public record Evaluation(
    EvaluationSettings settings,
    List<ModelFigures> figures,
    List<Comparison> comparisons,
    List<NotCompared> notCompared,
    ReaderResults readers) {
  public Evaluation {
    figures = List.copyOf(figures);
    comparisons = List.copyOf(comparisons);
    notCompared = List.copyOf(notCompared);
  }

  /**
   * Makes all figures, and compares each with each.
   *
   * @param predictions as {@link PredictionReader} gives them
   * @throws org.radcam.UserException if models contradict each other about a case's label
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static Evaluation of(
      List<ModelPredictions> predictions, EvaluationSettings settings, Progress progress) {
    return of(predictions, settings, (one, other) -> true, progress);
  }

  /**
   * Makes all figures, and compares some.
   *
   * @param compared whether two models, by name, are compared; asked in either order, and one yes
   *     is enough
   * @throws org.radcam.UserException if models that are compared contradict each other about a
   *     case's label
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static Evaluation of(
      List<ModelPredictions> predictions,
      EvaluationSettings settings,
      BiPredicate<String, String> compared,
      Progress progress) {
    BiPredicate<String, String> asked =
        (one, other) -> compared.test(one, other) || compared.test(other, one);
    int pairs = predictions.size() * (predictions.size() - 1) / 2;
    double all = predictions.size() + pairs;
    int done = 0;
    List<ModelFigures> figures = new ArrayList<>();
    for (ModelPredictions one : predictions) {
      progress.checkCancelled();
      progress.report(done++ / all, one.model() + ", " + one.split());
      figures.add(ModelFigures.of(one, validation(one, predictions), settings));
    }
    List<Comparison> comparisons = new ArrayList<>();
    List<NotCompared> notCompared = new ArrayList<>();
    for (int n = 0; n < predictions.size(); n++) {
      for (ModelPredictions other : predictions.subList(n + 1, predictions.size())) {
        ModelPredictions one = predictions.get(n);
        progress.checkCancelled();
        progress.report(done++ / all, one.model() + " and " + other.model());
        if (one.split().equals(other.split())) {
          Optional<NotCompared.Reason> reason = reason(one, other, asked);
          Optional<Comparison> found =
              reason.isPresent() ? Optional.empty() : Comparison.of(one, other, settings);
          found.ifPresentOrElse(
              comparisons::add,
              () ->
                  notCompared.add(
                      NotCompared.of(
                          one, other, reason.orElse(NotCompared.Reason.NO_CASE_IN_COMMON))));
        }
      }
    }
    progress.checkCancelled();
    ReaderResults readers = ReaderResults.of(predictions, settings, asked);
    return new Evaluation(settings, figures, comparisons, notCompared, readers);
  }

  /** Why two are not compared, whatever their cases; empty where they are. */
  private static Optional<NotCompared.Reason> reason(
      ModelPredictions one, ModelPredictions other, BiPredicate<String, String> asked) {
    if (!asked.test(one.model(), other.model())) {
      return Optional.of(NotCompared.Reason.NOT_ASKED_FOR);
    }
    Optional<ReadingCondition> mine = one.reading().flatMap(Reading::condition);
    Optional<ReadingCondition> yours = other.reading().flatMap(Reading::condition);
    return mine.isPresent()
            && yours.isPresent()
            && !mine.equals(yours)
            && !one.who().equals(other.who())
        ? Optional.of(NotCompared.Reason.OTHER_READER_AND_CONDITION)
        : Optional.empty();
  }

  /** Where the same model's choices were made; none for the validation cases themselves. */
  private static Optional<ModelPredictions> validation(
      ModelPredictions judged, List<ModelPredictions> all) {
    return judged.split().equals(ChosenOnValidation.SPLIT)
        ? Optional.empty()
        : all.stream()
            .filter(one -> one.split().equals(ChosenOnValidation.SPLIT))
            .filter(one -> one.model().equals(judged.model()))
            .findFirst();
  }

  /** What to tell in a few lines: the main figures of each model and split, and warnings. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (ModelFigures one : figures) {
      lines.add(
          one.predictions().model()
              + ", "
              + one.predictions().split()
              + ", n = "
              + one.predictions().cases().size()
              + ": "
              + one.probable()
                  .map(probable -> "AUC (macro) " + ReportText.figure(probable.macro()) + ", ")
                  .orElse("")
              + "accuracy "
              + ReportText.figure(one.named().accuracy()));
      one.warnings().forEach(warning -> lines.add("  " + warning));
    }
    return lines;
  }
}
