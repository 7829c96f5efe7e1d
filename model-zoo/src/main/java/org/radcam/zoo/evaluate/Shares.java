package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.function.IntPredicate;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.Proportion;
import org.radcam.stats.confusion.ProportionMethod;

/**
 * Intervals of shares of a split's cases, by one rule:
 *
 * <ul>
 *   <li>where every case is a patient of its own: Clopper and Pearson's, which is exact;
 *   <li>where patients have several cases: of a bootstrap that draws patients, and of a share of 0
 *       or 1 as {@link ClusteredBootstrap#share} tells.
 * </ul>
 *
 * @param bootstrap of the cases
 * @param cases how many there are
 */
record Shares(ClusteredBootstrap bootstrap, int cases) {
  static Shares of(List<String> patients, EvaluationSettings settings) {
    return new Shares(
        new ClusteredBootstrap(patients, settings.replicates(), settings.seed()), patients.size());
  }

  ProportionMethod method() {
    return bootstrap.clusters() < cases
        ? ProportionMethod.CLUSTERED_BOOTSTRAP
        : ProportionMethod.CLOPPER_PEARSON;
  }

  /**
   * A share.
   *
   * @param hit whether a case, by number, is one
   * @param counted whether it is among those of which the share is told
   */
  Interval of(IntPredicate hit, IntPredicate counted) {
    int hits = 0;
    int count = 0;
    for (int n = 0; n < cases; n++) {
      count += counted.test(n) ? 1 : 0;
      hits += counted.test(n) && hit.test(n) ? 1 : 0;
    }
    Proportion observed = new Proportion(hits, count);
    return method() == ProportionMethod.CLUSTERED_BOOTSTRAP
        ? bootstrap.share(observed, bootstrap.interval(times -> share(hit, counted, times)))
        : observed.clopperPearson();
  }

  private double share(IntPredicate hit, IntPredicate counted, int[] times) {
    long hits = 0;
    long count = 0;
    for (int n = 0; n < cases; n++) {
      if (times[n] > 0 && counted.test(n)) {
        count += times[n];
        hits += hit.test(n) ? times[n] : 0;
      }
    }
    return count == 0 ? Double.NaN : (double) hits / count;
  }
}
