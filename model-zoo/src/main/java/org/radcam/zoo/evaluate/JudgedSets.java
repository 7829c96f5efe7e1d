package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;
import org.radcam.stats.validation.ConformalFigures;
import org.radcam.stats.validation.ConformalScore;
import org.radcam.stats.validation.ConformalSets;

/**
 * What conformal prediction sets, whose quantile is of validation cases, are worth on others.
 *
 * @param score that the sets are made by
 * @param figures counts
 * @param coverage share of the cases whose set holds the true class
 * @param drawn where the coverage lies by the chance of which validation cases there were
 * @param coverageOfClass the same of each class's cases, which is not promised
 * @param meanSize classes in a set
 * @param single share of sets of one class
 * @param empty share of sets without a class
 */
public record JudgedSets(
    ConformalScore score,
    ConformalFigures figures,
    Interval coverage,
    Interval drawn,
    List<Interval> coverageOfClass,
    Interval meanSize,
    Interval single,
    Interval empty) {
  public JudgedSets {
    coverageOfClass = List.copyOf(coverageOfClass);
  }

  static JudgedSets of(ConformalSets sets, Predictions judged, Shares shares) {
    ConformalFigures figures = sets.judge(judged);
    List<List<Integer>> held = Arrays.stream(judged.probabilities()).map(sets::set).toList();
    int[] labels = judged.labels();
    List<Interval> ofClass = new ArrayList<>();
    for (int k = 0; k < judged.classes().size(); k++) {
      int own = k;
      ofClass.add(shares.of(n -> held.get(n).contains(own), n -> labels[n] == own));
    }
    return new JudgedSets(
        sets.score(),
        figures,
        shares.of(n -> held.get(n).contains(labels[n]), n -> true),
        sets.coverageOfDraws(),
        ofClass,
        shares.bootstrap().interval(times -> meanSize(held, times)),
        shares.of(n -> held.get(n).size() == 1, n -> true),
        shares.of(n -> held.get(n).isEmpty(), n -> true));
  }

  private static double meanSize(List<List<Integer>> sets, int[] times) {
    long sum = 0;
    long count = 0;
    for (int n = 0; n < times.length; n++) {
      sum += (long) times[n] * sets.get(n).size();
      count += times[n];
    }
    return (double) sum / count;
  }
}
