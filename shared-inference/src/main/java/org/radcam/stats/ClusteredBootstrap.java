package org.radcam.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap that draws whole clusters (patients), not single cases, with replacement, so
 * that several images of one patient do not pass for independent ones (Rutter, Acad Radiol
 * 2000;7:413; percentile interval: Efron and Tibshirani 1993, section 13.3).
 *
 * <pre>{@code
 * Auc auc = new Auc(scores, positive);
 * Interval interval = new ClusteredBootstrap(patients, 2000, seed).interval(auc::value);
 * }</pre>
 */
public final class ClusteredBootstrap {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private final int[] clusterOf;
  private final int clusters;
  private final int replicates;
  private final long seed;

  /**
   * @param clusterNames the cluster of each case
   * @param replicates number of resamples
   * @param seed the same seed gives the same interval
   */
  public ClusteredBootstrap(List<String> clusterNames, int replicates, long seed) {
    if (clusterNames.isEmpty() || replicates < 1) {
      throw new IllegalArgumentException("A bootstrap needs cases and replicates");
    }
    List<String> names = clusterNames.stream().distinct().toList();
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    this.clusterOf = clusterNames.stream().mapToInt(numbers::get).toArray();
    this.clusters = names.size();
    this.replicates = replicates;
    this.seed = seed;
  }

  /**
   * The statistic with its 95 % interval. Resamples for which it is not defined (NaN: one class
   * only) are left out.
   *
   * @param statistic of the cases, where case n counts {@code times[n]} times
   */
  public Interval interval(ToDoubleFunction<int[]> statistic) {
    int[] times = new int[clusterOf.length];
    Arrays.fill(times, 1);
    double estimate = statistic.applyAsDouble(times);
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[replicates];
    int defined = 0;
    for (int replicate = 0; replicate < replicates; replicate++) {
      int[] drawn = new int[clusters];
      for (int draw = 0; draw < clusters; draw++) {
        drawn[random.nextInt(clusters)]++;
      }
      for (int n = 0; n < times.length; n++) {
        times[n] = drawn[clusterOf[n]];
      }
      double value = statistic.applyAsDouble(times);
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    if (defined == 0) {
      return new Interval(estimate, Double.NaN, Double.NaN);
    }
    double[] sorted = Arrays.copyOf(values, defined);
    Arrays.sort(sorted);
    return new Interval(estimate, quantile(sorted, LOW), quantile(sorted, HIGH));
  }

  /** Linear between order statistics at rank p (n - 1); Hyndman and Fan's type 7. */
  private static double quantile(double[] sorted, double p) {
    double rank = p * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
