package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.stats.AreaComparison;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.DeLongTest;
import org.radcam.stats.Interval;
import org.radcam.stats.OneVsRestAuc;
import org.radcam.stats.Predictions;
import org.radcam.stats.agreement.McNemar;

/**
 * Two models or readers on the cases that both answered.
 *
 * @param first model
 * @param second model
 * @param split whose cases
 * @param cases how many both answered
 * @param clustered whether several of them share a patient
 * @param areas DeLong's paired test for each class against the rest, where both have probabilities,
 *     in Obuchowski's form where cases share a patient; empty for a class of which there are too
 *     few cases or patients
 * @param macro the difference of the macro areas, by a bootstrap of patients; empty where one has
 *     no probabilities
 * @param right McNemar's test of who is right how often
 * @param warnings what a reader of the figures must know
 */
public record Comparison(
    String first,
    String second,
    String split,
    int cases,
    boolean clustered,
    List<Optional<AreaComparison>> areas,
    Optional<Interval> macro,
    McNemar right,
    List<String> warnings) {
  public Comparison {
    areas = List.copyOf(areas);
    warnings = List.copyOf(warnings);
  }

  /**
   * Compares.
   *
   * @return empty where they have no case in common
   * @throws UserException if they call the same case different labels
   */
  static Optional<Comparison> of(
      ModelPredictions one, ModelPredictions other, EvaluationSettings settings) {
    List<ModelPredictions> shared = CommonCases.of(List.of(one, other));
    ModelPredictions mine = shared.get(0);
    ModelPredictions yours = shared.get(1);
    int cases = mine.cases().size();
    if (cases == 0) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>();
    if (cases < one.cases().size() || cases < other.cases().size()) {
      warnings.add(
          "Only the "
              + cases
              + " cases that both answered are compared ("
              + one.cases().size()
              + " and "
              + other.cases().size()
              + ").");
    }
    ClusteredBootstrap bootstrap =
        new ClusteredBootstrap(mine.patients(), settings.replicates(), settings.seed());
    boolean clustered = bootstrap.clusters() < cases;
    if (clustered) {
      warnings.add(
          "Several cases share a patient: McNemar's test takes them for independent and is too sure;"
              + " the tests of the areas and the interval of the macro difference are not.");
    }
    Optional<Predictions> p = mine.probabilities();
    Optional<Predictions> q = yours.probabilities();
    boolean both = p.isPresent() && q.isPresent();
    return Optional.of(
        new Comparison(
            one.model(),
            other.model(),
            one.split(),
            cases,
            clustered,
            both ? areas(p.get(), q.get(), clustered, warnings) : List.of(),
            both ? Optional.of(macro(p.get(), q.get(), bootstrap)) : Optional.empty(),
            McNemar.of(right(mine), right(yours)),
            warnings));
  }

  private static List<Optional<AreaComparison>> areas(
      Predictions one, Predictions other, boolean clustered, List<String> warnings) {
    List<Optional<AreaComparison>> areas = new ArrayList<>();
    for (int k = 0; k < one.classes().size(); k++) {
      try {
        BinaryCases first = one.oneVsRest(k);
        BinaryCases second = other.oneVsRest(k);
        areas.add(
            Optional.of(
                clustered
                    ? DeLongTest.paired(first, second, one.patients())
                    : DeLongTest.paired(first, second)));
      } catch (UserException e) {
        areas.add(Optional.empty());
        warnings.add("Class '" + one.classes().get(k) + "': " + e.getMessage() + ".");
      }
    }
    return areas;
  }

  private static Interval macro(Predictions one, Predictions other, ClusteredBootstrap bootstrap) {
    OneVsRestAuc first = new OneVsRestAuc(one);
    OneVsRestAuc second = new OneVsRestAuc(other);
    return bootstrap.interval(times -> first.macro(times) - second.macro(times));
  }

  private static boolean[] right(ModelPredictions predictions) {
    int[] labels = predictions.labels();
    int[] predicted = predictions.predicted();
    boolean[] right = new boolean[labels.length];
    for (int n = 0; n < right.length; n++) {
      right[n] = labels[n] == predicted[n];
    }
    return right;
  }
}
