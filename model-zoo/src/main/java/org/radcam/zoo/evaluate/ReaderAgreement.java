package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.stats.Interval;
import org.radcam.stats.agreement.CohenKappa;
import org.radcam.stats.agreement.FleissKappa;
import org.radcam.stats.agreement.KappaWeights;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * How far readers of one split agree beyond chance, right or wrong.
 *
 * @param split whose cases
 * @param condition that all read in; empty where it is not said
 * @param readers their names
 * @param pairs Cohen's kappa of every two, on the cases that both read
 * @param cases that all read
 * @param all Fleiss' kappa on these; empty where it is not defined
 * @param warnings what a reader of the figures must know
 */
public record ReaderAgreement(
    String split,
    Optional<ReadingCondition> condition,
    List<String> readers,
    List<Pair> pairs,
    int cases,
    Optional<Interval> all,
    List<String> warnings) {
  public ReaderAgreement {
    readers = List.copyOf(readers);
    pairs = List.copyOf(pairs);
    warnings = List.copyOf(warnings);
  }

  /**
   * Two readers.
   *
   * @param cases that both read
   * @param kappa Cohen's, without weights; empty where it is not defined
   */
  public record Pair(String first, String second, int cases, Optional<Interval> kappa) {}

  /**
   * Of readers in one condition.
   *
   * @param sets at least two
   * @throws UserException if two call the same case different labels
   */
  static ReaderAgreement of(List<ModelPredictions> sets) {
    List<String> warnings = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int n = 0; n < sets.size(); n++) {
      for (ModelPredictions other : sets.subList(n + 1, sets.size())) {
        pairs.add(pair(sets.get(n), other, warnings));
      }
    }
    List<ModelPredictions> shared = CommonCases.of(sets);
    int cases = shared.get(0).cases().size();
    int patients = (int) shared.get(0).patients().stream().distinct().count();
    if (patients < cases) {
      warnings.add(
          "Several cases share a patient: the intervals of kappa take them for independent and are"
              + " too narrow.");
    }
    return new ReaderAgreement(
        sets.get(0).split(),
        sets.get(0).reading().flatMap(Reading::condition),
        sets.stream().map(ModelPredictions::who).toList(),
        pairs,
        cases,
        fleiss(shared, warnings),
        warnings);
  }

  private static Pair pair(ModelPredictions one, ModelPredictions other, List<String> warnings) {
    List<ModelPredictions> shared = CommonCases.of(List.of(one, other));
    ConfusionMatrix readings =
        ConfusionMatrix.of(one.classes(), shared.get(0).predicted(), shared.get(1).predicted());
    Optional<Interval> kappa = Optional.empty();
    try {
      kappa = Optional.of(CohenKappa.interval(readings, KappaWeights.NONE));
    } catch (UserException e) {
      warnings.add(one.who() + " and " + other.who() + ": " + e.getMessage() + ".");
    }
    return new Pair(one.who(), other.who(), shared.get(0).cases().size(), kappa);
  }

  private static Optional<Interval> fleiss(List<ModelPredictions> shared, List<String> warnings) {
    int[][] readings = new int[shared.get(0).cases().size()][shared.size()];
    for (int reader = 0; reader < shared.size(); reader++) {
      int[] own = shared.get(reader).predicted();
      for (int n = 0; n < own.length; n++) {
        readings[n][reader] = own[n];
      }
    }
    try {
      return Optional.of(FleissKappa.interval(readings, shared.get(0).classes().size()));
    } catch (UserException e) {
      warnings.add(e.getMessage() + ".");
      return Optional.empty();
    }
  }
}
