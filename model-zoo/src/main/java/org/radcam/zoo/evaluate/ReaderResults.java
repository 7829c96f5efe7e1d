package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What is told of readers, split by split:
 *
 * <ul>
 *   <li>where readers answered both without and with the model: the difference that it makes;
 *   <li>the readers of each condition against each model;
 *   <li>how far the readers of each condition, two or more, agree.
 * </ul>
 *
 * @param comparisons the first two
 * @param agreements the last
 */
public record ReaderResults(List<ReaderComparison> comparisons, List<ReaderAgreement> agreements) {
  public ReaderResults {
    comparisons = List.copyOf(comparisons);
    agreements = List.copyOf(agreements);
  }

  /**
   * Of all sets; those of models are what readers are compared with.
   *
   * @param compared whether two sets, by name, are compared
   * @throws org.radcam.UserException if two call the same case different labels
   */
  static ReaderResults of(
      List<ModelPredictions> sets,
      EvaluationSettings settings,
      BiPredicate<String, String> compared) {
    List<ReaderComparison> comparisons = new ArrayList<>();
    List<ReaderAgreement> agreements = new ArrayList<>();
    bySplit(sets)
        .values()
        .forEach(
            here -> {
              conditions(here, settings, compared).ifPresent(comparisons::add);
              for (List<ModelPredictions> readers : byCondition(here).values()) {
                here.stream()
                    .filter(one -> !one.isReader())
                    .forEach(
                        model -> {
                          List<ModelPredictions> asked =
                              readers.stream()
                                  .filter(one -> compared.test(one.model(), model.model()))
                                  .toList();
                          if (!asked.isEmpty()) {
                            comparisons.add(ReaderComparison.withModel(asked, model, settings));
                          }
                        });
                if (readers.size() > 1) {
                  agreements.add(ReaderAgreement.of(readers));
                }
              }
            });
    return new ReaderResults(comparisons, agreements);
  }

  private static Map<String, List<ModelPredictions>> bySplit(List<ModelPredictions> sets) {
    return sets.stream()
        .collect(
            Collectors.groupingBy(
                ModelPredictions::split, LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<Optional<ReadingCondition>, List<ModelPredictions>> byCondition(
      List<ModelPredictions> sets) {
    return sets.stream()
        .filter(ModelPredictions::isReader)
        .collect(
            Collectors.groupingBy(
                one -> one.reading().flatMap(Reading::condition),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static Optional<ReaderComparison> conditions(
      List<ModelPredictions> here,
      EvaluationSettings settings,
      BiPredicate<String, String> compared) {
    List<ModelPredictions> without = new ArrayList<>();
    List<ModelPredictions> with = new ArrayList<>();
    for (ModelPredictions one : in(here, ReadingCondition.WITHOUT)) {
      in(here, ReadingCondition.WITH).stream()
          .filter(other -> other.who().equals(one.who()))
          .filter(other -> compared.test(one.model(), other.model()))
          .findFirst()
          .ifPresent(
              other -> {
                without.add(one);
                with.add(other);
              });
    }
    return without.isEmpty()
        ? Optional.empty()
        : Optional.of(ReaderComparison.ofConditions(without, with, settings));
  }

  private static List<ModelPredictions> in(
      List<ModelPredictions> sets, ReadingCondition condition) {
    return byCondition(sets).getOrDefault(Optional.of(condition), List.of());
  }
}
