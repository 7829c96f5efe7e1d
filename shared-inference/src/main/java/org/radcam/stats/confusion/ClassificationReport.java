package org.radcam.stats.confusion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.Proportion;

/**
 * A confusion matrix and all figures made of it, each with its 95 % interval.
 *
 * @param matrix true by predicted class
 * @param method of the intervals of the shares: accuracy and what each class has, but F1
 * @param accuracy share of the cases that were called what they are
 * @param classes in the order of the matrix
 * @param averages over the classes
 */
public record ClassificationReport(
    ConfusionMatrix matrix,
    ProportionMethod method,
    Interval accuracy,
    List<ClassFigures> classes,
    Map<Average, AveragedFigures> averages) {
  public ClassificationReport {
    classes = List.copyOf(classes);
    averages = Collections.unmodifiableMap(new EnumMap<>(averages));
  }

  /**
   * Counts, and makes every figure.
   *
   * @param labels the true class of each case, from 0
   * @param predicted the class that each case was called
   * @param bootstrap of the same cases
   */
  public static ClassificationReport of(
      List<String> classes,
      int[] labels,
      int[] predicted,
      ProportionMethod method,
      ClusteredBootstrap bootstrap) {
    return new Maker(classes, labels, predicted, method, bootstrap).make();
  }

  /** Asks all figures of each resample at once, so that it is counted once. */
  private record Maker(
      List<String> classes,
      int[] labels,
      int[] predicted,
      ProportionMethod method,
      ClusteredBootstrap bootstrap) {
    private static final List<Function<ClassCounts, Proportion>> SHARES =
        List.of(
            ClassCounts::sensitivity,
            ClassCounts::specificity,
            ClassCounts::precision,
            ClassCounts::negativePredictiveValue,
            ClassCounts::accuracy);

    ClassificationReport make() {
      ConfusionMatrix matrix = ConfusionMatrix.of(classes, labels, predicted);
      List<ToDoubleFunction<ConfusionMatrix>> figures = figures(matrix);
      List<Interval> drawn =
          bootstrap.intervals(
              times -> {
                ConfusionMatrix resample = ConfusionMatrix.of(classes, labels, predicted, times);
                return figures.stream().mapToDouble(f -> f.applyAsDouble(resample)).toArray();
              });
      int next = 0;
      Interval accuracy = share(matrix.accuracy(), drawn.get(next++));
      List<ClassFigures> each = new ArrayList<>();
      for (int k = 0; k < classes.size(); k++) {
        List<Interval> shares = new ArrayList<>();
        for (Function<ClassCounts, Proportion> share : SHARES) {
          shares.add(share(share.apply(matrix.ofClass(k)), drawn.get(next++)));
        }
        each.add(
            new ClassFigures(
                classes.get(k),
                matrix.support(k),
                shares.get(0),
                shares.get(1),
                shares.get(2),
                shares.get(3),
                shares.get(4),
                drawn.get(next++)));
      }
      Map<Average, AveragedFigures> averages = new EnumMap<>(Average.class);
      for (Average average : Average.values()) {
        averages.put(
            average,
            new AveragedFigures(
                drawn.get(next++), drawn.get(next++), drawn.get(next++), drawn.get(next++)));
      }
      return new ClassificationReport(matrix, method, accuracy, each, averages);
    }

    /** In the order in which {@link #make} takes them. */
    private List<ToDoubleFunction<ConfusionMatrix>> figures(ConfusionMatrix all) {
      List<ToDoubleFunction<ConfusionMatrix>> figures = new ArrayList<>();
      figures.add(matrix -> matrix.accuracy().value());
      for (int k = 0; k < classes.size(); k++) {
        int one = k;
        for (Function<ClassCounts, Proportion> share : SHARES) {
          figures.add(matrix -> share.apply(matrix.ofClass(one)).value());
        }
        figures.add(matrix -> lost(all, matrix, one) ? Double.NaN : matrix.ofClass(one).f1());
      }
      for (Average average : Average.values()) {
        figures.add(averaged(all, average, matrix -> matrix.sensitivity(average)));
        figures.add(averaged(all, average, matrix -> matrix.specificity(average)));
        figures.add(averaged(all, average, matrix -> matrix.precision(average)));
        figures.add(averaged(all, average, matrix -> matrix.f1(average)));
      }
      return figures;
    }

    /** A resample that has lost a class says nothing of it; the 0 of its figures would pull. */
    private ToDoubleFunction<ConfusionMatrix> averaged(
        ConfusionMatrix all, Average average, ToDoubleFunction<ConfusionMatrix> figure) {
      if (average != Average.MACRO) {
        return figure;
      }
      return matrix -> {
        for (int k = 0; k < classes.size(); k++) {
          if (lost(all, matrix, k)) {
            return Double.NaN;
          }
        }
        return figure.applyAsDouble(matrix);
      };
    }

    private static boolean lost(ConfusionMatrix all, ConfusionMatrix resample, int k) {
      return resample.support(k) == 0 && all.support(k) > 0;
    }

    private Interval share(Proportion share, Interval drawn) {
      return switch (method) {
        case CLOPPER_PEARSON -> share.clopperPearson();
        case WILSON -> share.wilson();
        case CLUSTERED_BOOTSTRAP -> bootstrap.share(share, drawn);
      };
    }
  }
}
