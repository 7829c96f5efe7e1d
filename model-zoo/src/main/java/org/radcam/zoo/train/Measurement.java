package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcam.model.Performance;
import org.radcam.stats.Auc;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.DeLong;
import org.radcam.stats.Interval;

/**
 * Areas under ROC curves of predictions, with 95 % intervals that take patients, not cases, for
 * independent. Two classes have one area, that of the second; more have one for each class against
 * the rest, and their mean (macro).
 */
final class Measurement {
  private static final int REPLICATES = 2000;

  /** Stands for the mean over all classes. */
  private static final int MACRO = -1;

  private final List<String> classes;
  private final String prefix;
  private final long seed;
  private final String how;

  /**
   * @param prefix before the name of each figure: empty, or the stage of a cascade
   * @param how where the predictions come from, for example {@code patient-level 5-fold
   *     cross-validation}
   */
  Measurement(List<String> classes, String prefix, long seed, String how) {
    this.classes = classes;
    this.prefix = prefix;
    this.seed = seed;
    this.how = how;
  }

  /** The classes that have an area of their own. */
  static List<Integer> positives(List<String> classes) {
    List<Integer> positives = new ArrayList<>();
    for (int c = classes.size() == 2 ? 1 : 0; c < classes.size(); c++) {
      positives.add(c);
    }
    return positives;
  }

  /** Areas over all predictions, and within each stratum where there are several. */
  List<Performance> of(List<Prediction> predictions) {
    List<Performance> figures = new ArrayList<>();
    TreeSet<String> strata = new TreeSet<>();
    predictions.forEach(prediction -> strata.add(prediction.one().stratum()));
    if (classes.size() > 2) {
      add(figures, predictions, MACRO, "");
    }
    for (int positive : positives(classes)) {
      add(figures, predictions, positive, "");
      if (strata.size() > 1) {
        for (String stratum : strata) {
          List<Prediction> inside =
              predictions.stream().filter(p -> p.one().stratum().equals(stratum)).toList();
          add(figures, inside, positive, " within '" + stratum + "'");
        }
      }
    }
    return figures;
  }

  /** DeLong's interval of the same area, which takes images for independent. */
  Interval deLong(List<Prediction> predictions, int positive) {
    return DeLong.interval(scores(predictions, positive), truth(predictions, positive));
  }

  private void add(
      List<Performance> figures, List<Prediction> predictions, int positive, String where) {
    if (predictions.isEmpty()) {
      return;
    }
    Interval interval =
        new ClusteredBootstrap(
                predictions.stream().map(p -> p.one().patient()).toList(), REPLICATES, seed)
            .interval(positive == MACRO ? macro(predictions) : area(predictions, positive));
    if (Double.isNaN(interval.estimate()) || Double.isNaN(interval.low())) {
      return;
    }
    List<TrainingCase> cases = predictions.stream().map(Prediction::one).toList();
    figures.add(
        new Performance(
            prefix + "AUC (" + (positive == MACRO ? "macro" : classes.get(positive)) + ")" + where,
            rounded(interval.estimate()),
            rounded(Math.min(interval.low(), interval.estimate())),
            rounded(Math.max(interval.high(), interval.estimate())),
            how
                + "; 95 % interval by bootstrap of patients ("
                + REPLICATES
                + " resamples, percentiles)",
            Manifest.counted(cases) + counted(predictions, positive)));
  }

  private String counted(List<Prediction> predictions, int positive) {
    List<Integer> shown =
        positive == MACRO ? IntStream.range(0, classes.size()).boxed().toList() : List.of(positive);
    return shown.stream()
        .map(
            c ->
                predictions.stream().filter(p -> p.one().label() == c).count()
                    + (positive == MACRO ? " " : " of them ")
                    + classes.get(c))
        .collect(Collectors.joining(", ", positive == MACRO ? ": " : ", ", ""));
  }

  private ToDoubleFunction<int[]> area(List<Prediction> predictions, int positive) {
    return new Auc(scores(predictions, positive), truth(predictions, positive))::value;
  }

  /** The mean over all classes; not a number in a resample that lacks one. */
  private ToDoubleFunction<int[]> macro(List<Prediction> predictions) {
    List<ToDoubleFunction<int[]>> areas =
        positives(classes).stream().map(positive -> area(predictions, positive)).toList();
    return times ->
        areas.stream().mapToDouble(area -> area.applyAsDouble(times)).sum() / areas.size();
  }

  private static double[] scores(List<Prediction> predictions, int positive) {
    return predictions.stream().mapToDouble(p -> p.score(positive)).toArray();
  }

  private static boolean[] truth(List<Prediction> predictions, int positive) {
    boolean[] truth = new boolean[predictions.size()];
    for (int n = 0; n < truth.length; n++) {
      truth[n] = predictions.get(n).one().label() == positive;
    }
    return truth;
  }

  /** Four decimals: far finer than any interval here. */
  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
