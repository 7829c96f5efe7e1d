package org.radcam.zoo.phantom;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The plainest classifier of numbers: each feature scaled by its spread within the classes, and the
 * class whose mean is nearest. A class's mean is taken without the case that is asked about.
 */
final class NearestMean {
  private final double[][][] cases;

  /**
   * A classifier.
   *
   * @param cases by class, case, feature; as many of each class
   */
  NearestMean(List<double[][]> cases) {
    this.cases = cases.toArray(double[][][]::new);
  }

  /** So many cases of one class, case n drawn from seed n. */
  static double[][] cases(int count, Function<Draw, double[]> one) {
    return IntStream.range(0, count)
        .mapToObj(seed -> one.apply(new Draw(seed)))
        .toArray(double[][]::new);
  }

  /** Share of cases that are classified rightly with some of the features. */
  double accuracy(int... features) {
    int right = 0;
    int all = 0;
    for (int label = 0; label < cases.length; label++) {
      for (int n = 0; n < cases[label].length; n++) {
        right += nearest(label, n, features) == label ? 1 : 0;
        all++;
      }
    }
    return (double) right / all;
  }

  private int nearest(int label, int left, int[] features) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < cases.length; other++) {
      double distance = 0;
      for (int feature : features) {
        double apart =
            cases[label][left][feature] - mean(other, other == label ? left : -1, feature);
        distance += apart * apart / variance(feature);
      }
      if (distance < least) {
        least = distance;
        best = other;
      }
    }
    return best;
  }

  private double mean(int label, int without, int feature) {
    return IntStream.range(0, cases[label].length)
        .filter(n -> n != without)
        .mapToDouble(n -> cases[label][n][feature])
        .average()
        .orElseThrow();
  }

  private double variance(int feature) {
    double sum = 0;
    int count = 0;
    for (int label = 0; label < cases.length; label++) {
      double mean = mean(label, -1, feature);
      for (double[] features : cases[label]) {
        sum += (features[feature] - mean) * (features[feature] - mean);
        count++;
      }
    }
    return sum / count;
  }
}
