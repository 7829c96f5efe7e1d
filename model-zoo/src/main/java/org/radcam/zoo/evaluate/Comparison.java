package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Map<String, PredictedCase> known =
        other.cases().stream().collect(Collectors.toMap(PredictedCase::id, Function.identity()));
    List<PredictedCase> ours = new ArrayList<>();
    List<PredictedCase> theirs = new ArrayList<>();
    for (PredictedCase mine : one.cases()) {
      PredictedCase same = known.get(mine.id());
      if (same != null) {
        if (same.label() != mine.label()) {
          throw new UserException(
              "The same case has different labels in "
                  + mine.row()
                  + " and in "
                  + same.row()
                  + ".");
        }
        ours.add(mine);
        theirs.add(same);
      }
    }
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>();
    if (ours.size() < one.cases().size() || ours.size() < other.cases().size()) {
      warnings.add(
          "Only the "
              + ours.size()
              + " cases that both answered are compared ("
              + one.cases().size()
              + " and "
              + other.cases().size()
              + ").");
    }
    ModelPredictions mine = with(one, ours);
    ModelPredictions yours = with(other, theirs);
    ClusteredBootstrap bootstrap =
        new ClusteredBootstrap(mine.patients(), settings.replicates(), settings.seed());
    boolean clustered = bootstrap.clusters() < ours.size();
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
            ours.size(),
            clustered,
            both ? areas(p.get(), q.get(), clustered, warnings) : List.of(),
            both ? Optional.of(macro(p.get(), q.get(), bootstrap)) : Optional.empty(),
            McNemar.of(right(mine), right(yours)),
            warnings));
  }

  private static ModelPredictions with(ModelPredictions all, List<PredictedCase> cases) {
    return new ModelPredictions(all.model(), all.split(), all.classes(), cases, 0, 0);
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
