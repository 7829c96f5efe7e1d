package org.radcam.stats;

import java.util.stream.IntStream;

/** Orders and ranks of scores. */
public final class Ranks {
  private Ranks() {}

  /** Indices of the scores from the lowest to the highest; equal scores keep their order. */
  public static int[] order(double[] scores) {
    for (double score : scores) {
      if (Double.isNaN(score)) {
        throw new IllegalArgumentException("A score is NaN");
      }
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[a] + 0.0, scores[b] + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Ranks from 1; equal scores share the mean of their ranks. */
  public static double[] midranks(double[] scores) {
    int[] order = order(scores);
    double[] ranks = new double[scores.length];
    for (int first = 0; first < order.length; ) {
      int end = first;
      while (end < order.length && scores[order[end]] == scores[order[first]]) {
        end++;
      }
      // The mean of the ranks first + 1 .. end.
      double shared = (first + 1 + end) / 2.0;
      for (int n = first; n < end; n++) {
        ranks[order[n]] = shared;
      }
      first = end;
    }
    return ranks;
  }
}
