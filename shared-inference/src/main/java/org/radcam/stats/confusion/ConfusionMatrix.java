package org.radcam.stats.confusion;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.radcam.stats.Proportion;

/**
 * How often each true class was called each class.
 *
 * <p>Averages count a class whose figure is not defined (never called so, or without cases) as 0,
 * as scikit-learn does; {@link ClassCounts} tells which are not defined.
 *
 * @param classes names, in the order of rows and columns
 * @param counts true class (row) by predicted class (column)
 */
public record ConfusionMatrix(List<String> classes, long[][] counts) {
  public ConfusionMatrix {
    classes = List.copyOf(classes);
    if (counts.length != classes.size()) {
      throw new IllegalArgumentException(counts.length + " rows for " + classes.size());
    }
    counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    for (long[] row : counts) {
      if (row.length != classes.size() || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("A row is no " + classes.size() + " counts");
      }
    }
  }

  /**
   * Counts cases.
   *
   * @param labels the true class of each case, from 0
   * @param predicted the class that each case was called
   */
  public static ConfusionMatrix of(List<String> classes, int[] labels, int[] predicted) {
    int[] once = new int[labels.length];
    Arrays.fill(once, 1);
    return of(classes, labels, predicted, once);
  }

  /** The same where case n counts {@code times[n]} times. */
  public static ConfusionMatrix of(
      List<String> classes, int[] labels, int[] predicted, int[] times) {
    if (labels.length != predicted.length || labels.length != times.length) {
      throw new IllegalArgumentException(
          "There are " + labels.length + " labels and " + predicted.length + " predictions");
    }
    long[][] counts = new long[classes.size()][classes.size()];
    for (int n = 0; n < labels.length; n++) {
      counts[labels[n]][predicted[n]] += times[n];
    }
    return new ConfusionMatrix(classes, counts);
  }

  /** How many cases there are. */
  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** How many cases truly belong to a class. */
  public long support(int k) {
    return Arrays.stream(counts[k]).sum();
  }

  /** Share of the cases that were called what they are. */
  public Proportion accuracy() {
    long right = 0;
    for (int k = 0; k < counts.length; k++) {
      right += counts[k][k];
    }
    return new Proportion(right, total());
  }

  /** One class against the rest. */
  public ClassCounts ofClass(int k) {
    long called = 0;
    for (long[] row : counts) {
      called += row[k];
    }
    long hits = counts[k][k];
    long falsePositives = called - hits;
    long falseNegatives = support(k) - hits;
    return new ClassCounts(
        hits, falsePositives, falseNegatives, total() - hits - falsePositives - falseNegatives);
  }

  public double sensitivity(Average average) {
    return averaged(average, counts -> counts.sensitivity().value());
  }

  public double specificity(Average average) {
    return averaged(average, counts -> counts.specificity().value());
  }

  public double precision(Average average) {
    return averaged(average, counts -> counts.precision().value());
  }

  public double f1(Average average) {
    return averaged(average, ClassCounts::f1);
  }

  private double averaged(Average average, ToDoubleFunction<ClassCounts> figure) {
    if (average == Average.MICRO) {
      return zeroIfUndefined(figure.applyAsDouble(together()));
    }
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < counts.length; k++) {
      double weight = average == Average.WEIGHTED ? support(k) : 1;
      sum += weight * zeroIfUndefined(figure.applyAsDouble(ofClass(k)));
      weights += weight;
    }
    return zeroIfUndefined(sum / weights);
  }

  private ClassCounts together() {
    long right = accuracy().hits();
    long wrong = total() - right;
    return new ClassCounts(right, wrong, wrong, (counts.length - 1) * total() - wrong);
  }

  private static double zeroIfUndefined(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
