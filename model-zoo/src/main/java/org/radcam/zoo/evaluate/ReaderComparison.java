package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.agreement.PairedReadings;
import org.radcam.stats.agreement.ReaderStudy;

/**
 * Readers' first and second readings of the cases that all of them answered: without and with the
 * model; or their own and, as second reading of every reader, a model's.
 *
 * @param split whose cases
 * @param condition of the readers' own readings where they are compared with a model; empty where
 *     it is not said, or where both conditions are compared
 * @param model that the readers are compared with; empty where both conditions are compared
 * @param cases how many all answered
 * @param patients of these cases
 * @param figures empty where they have no case in common
 * @param warnings what a reader of the figures must know
 */
public record ReaderComparison(
    String split,
    Optional<ReadingCondition> condition,
    Optional<String> model,
    int cases,
    int patients,
    List<ReaderFigure> figures,
    List<String> warnings) {
  public ReaderComparison {
    figures = List.copyOf(figures);
    warnings = List.copyOf(warnings);
  }

  /** What the first readings are. */
  public String first() {
    return model.isPresent()
        ? "readers" + condition.map(one -> " (" + one.word() + ")").orElse("")
        : ReadingCondition.WITHOUT.word();
  }

  /** What the second readings are. */
  public String second() {
    return model.orElse(ReadingCondition.WITH.word());
  }

  /**
   * Without and with the model.
   *
   * @param without each reader's
   * @param with the same readers', in the same order
   * @throws org.radcam.UserException if two call the same case different labels
   */
  static ReaderComparison ofConditions(
      List<ModelPredictions> without, List<ModelPredictions> with, EvaluationSettings settings) {
    return of(without, with, Optional.empty(), Optional.empty(), settings);
  }

  /**
   * Against a model.
   *
   * @throws org.radcam.UserException if two call the same case different labels
   */
  static ReaderComparison withModel(
      List<ModelPredictions> readers, ModelPredictions model, EvaluationSettings settings) {
    return of(
        readers,
        List.of(model),
        readers.get(0).reading().flatMap(Reading::condition),
        Optional.of(model.model()),
        settings);
  }

  private static ReaderComparison of(
      List<ModelPredictions> first,
      List<ModelPredictions> second,
      Optional<ReadingCondition> condition,
      Optional<String> model,
      EvaluationSettings settings) {
    List<ModelPredictions> all = new ArrayList<>(first);
    all.addAll(second);
    List<ModelPredictions> shared = CommonCases.of(all);
    String split = first.get(0).split();
    int cases = shared.get(0).cases().size();
    List<String> warnings = new ArrayList<>();
    if (cases == 0) {
      warnings.add("No case was answered by all of them: nothing is compared.");
      return new ReaderComparison(split, condition, model, 0, 0, List.of(), warnings);
    }
    Set<String> answered = new HashSet<>();
    all.forEach(one -> one.cases().forEach(each -> answered.add(each.id())));
    if (cases < answered.size()) {
      warnings.add(
          "Only the "
              + cases
              + " cases that all of them answered are compared; "
              + answered.size()
              + " were answered by one or more.");
    }
    List<String> patients = shared.get(0).patients();
    ClusteredBootstrap bootstrap =
        new ClusteredBootstrap(patients, settings.replicates(), settings.seed());
    if (bootstrap.clusters() < cases) {
      warnings.add(
          "Several cases share a patient: McNemar's test takes them for independent and is too sure;"
              + " the intervals are not.");
    }
    List<PairedReadings> readings = new ArrayList<>();
    for (int r = 0; r < first.size(); r++) {
      ModelPredictions other = shared.get(model.isPresent() ? first.size() : first.size() + r);
      readings.add(
          new PairedReadings(first.get(r).who(), shared.get(r).predicted(), other.predicted()));
    }
    List<String> classes = first.get(0).classes();
    int[] labels = shared.get(0).labels();
    List<ReaderFigure> figures = new ArrayList<>();
    for (ReaderFigure.Wanted one : ReaderFigure.wanted(classes.size())) {
      figures.add(
          new ReaderFigure(
              one.name(),
              one.ofClass(),
              ReaderStudy.of(classes, labels, readings, one.figure(), bootstrap)));
    }
    return new ReaderComparison(
        split, condition, model, cases, bootstrap.clusters(), figures, warnings);
  }
}
