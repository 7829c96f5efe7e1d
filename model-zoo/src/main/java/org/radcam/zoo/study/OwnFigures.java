package org.radcam.zoo.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.ClassFigures;
import org.radcam.zoo.evaluate.Evaluation;
import org.radcam.zoo.evaluate.ModelFigures;

/** Finds our figure for a published one. */
final class OwnFigures {
  private final Evaluation evaluation;

  OwnFigures(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * Ours.
   *
   * @param split on which it was measured
   * @param label the class that it is about; empty for all
   * @param value with its interval
   * @param cases how many
   */
  record Own(String split, String label, Interval value, int cases) {}

  /**
   * On the same split, or, where there is none, on the test patients. F1, precision and recall
   * without a class are given of each class, as publications often do not tell of which they are.
   *
   * @return empty where there is no such model or figure
   */
  List<Own> of(PublishedFigure published) {
    return find(published.model(), published.split())
        .or(() -> find(published.model(), "test"))
        .map(figures -> of(published, figures))
        .orElse(List.of());
  }

  private Optional<ModelFigures> find(String model, String split) {
    return evaluation.figures().stream()
        .filter(
            one ->
                one.predictions().model().equals(model) && one.predictions().split().equals(split))
        .findFirst();
  }

  private static List<Own> of(PublishedFigure published, ModelFigures figures) {
    List<String> classes = figures.predictions().classes();
    return switch (published.figure()) {
      case AUC ->
          figures.probable().stream()
              .map(
                  probable ->
                      own(
                          figures,
                          published.label().orElse(""),
                          published
                              .label()
                              .map(key -> probable.areas().get(classes.indexOf(key)))
                              .orElse(probable.macro())))
              .toList();
      case AUC_MICRO ->
          figures.probable().stream().map(probable -> own(figures, "", probable.micro())).toList();
      case ACCURACY ->
          published.label().isEmpty()
              ? List.of(own(figures, "", figures.named().accuracy()))
              : ofClasses(published, figures, ClassFigures::accuracy);
      case PRECISION -> ofClasses(published, figures, ClassFigures::precision);
      case RECALL -> ofClasses(published, figures, ClassFigures::sensitivity);
      case F1 -> ofClasses(published, figures, ClassFigures::f1);
    };
  }

  private static List<Own> ofClasses(
      PublishedFigure published, ModelFigures figures, Function<ClassFigures, Interval> figure) {
    List<Own> all = new ArrayList<>();
    for (ClassFigures one : figures.named().classes()) {
      if (published.label().isEmpty() || published.label().get().equals(one.name())) {
        all.add(own(figures, one.name(), figure.apply(one)));
      }
    }
    return all;
  }

  private static Own own(ModelFigures figures, String label, Interval value) {
    return new Own(
        figures.predictions().split(), label, value, figures.predictions().cases().size());
  }
}
