package org.radcam.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
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

  /** How many different clusters there are. */
  public int clusters() {
    return clusters;
  }

  /** How many resamples are drawn. */
  public int replicates() {
    return replicates;
  }

  /**
   * The statistic with its 95 % interval. Resamples for which it is not defined (NaN: one class
   * only) are left out.
   *
   * @param statistic of the cases, where case n counts {@code times[n]} times
   */
  public Interval interval(ToDoubleFunction<int[]> statistic) {
    return intervals(times -> new double[] {statistic.applyAsDouble(times)}).get(0);
  }

  /**
   * The interval of a share of the cases. Where all of them are one, or none is, every resample
   * says the same, and its interval would have no width: there it is Clopper and Pearson's for as
   * many independent cases as the clusters are worth (cases times clusters over all cases, rounded
   * down).
   *
   * @param observed over all cases
   * @param drawn of the resamples
   */
  public Interval share(Proportion observed, Interval drawn) {
    if (observed.count() == 0 || (observed.hits() > 0 && observed.hits() < observed.count())) {
      return drawn;
    }
    long worth = Math.max(1, observed.count() * clusters / clusterOf.length);
    return new Proportion(observed.hits() == 0 ? 0 : worth, worth).clopperPearson();
  }

  /**
   * Several statistics of the same resamples, each with its own 95 % interval as of {@link
   * #interval}.
   *
   * @param statistics as many numbers for every resample, where case n counts {@code times[n]}
   *     times
   */
  public List<Interval> intervals(Function<int[], double[]> statistics) {
    int[] times = new int[clusterOf.length];
    Arrays.fill(times, 1);
    double[] estimates = statistics.apply(times);
    double[][] values = new double[estimates.length][replicates];
    SplittableRandom random = new SplittableRandom(seed);
    for (int replicate = 0; replicate < replicates; replicate++) {
      draw(random, times);
      double[] drawn = statistics.apply(times);
      for (int s = 0; s < estimates.length; s++) {
        values[s][replicate] = drawn[s];
      }
    }
    List<Interval> intervals = new ArrayList<>();
    for (int s = 0; s < estimates.length; s++) {
      double[] sorted = Arrays.stream(values[s]).filter(value -> !Double.isNaN(value)).toArray();
      Arrays.sort(sorted);
      intervals.add(
          new Interval(
              estimates[s], Quantiles.ofSorted(sorted, LOW), Quantiles.ofSorted(sorted, HIGH)));
    }
    return intervals;
  }

  private void draw(SplittableRandom random, int[] times) {
    int[] drawn = new int[clusters];
    for (int draw = 0; draw < clusters; draw++) {
      drawn[random.nextInt(clusters)]++;
    }
    for (int n = 0; n < times.length; n++) {
      times[n] = drawn[clusterOf[n]];
    }
  }
}
