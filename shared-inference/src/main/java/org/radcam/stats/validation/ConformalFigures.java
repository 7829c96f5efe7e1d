package org.radcam.stats.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.stats.Predictions;
import org.radcam.stats.Proportion;

/**
 * What conformal prediction sets were worth.
 *
 * @param stated coverage that was promised
 * @param covered cases whose set holds the true class
 * @param coveredOfClass the same of each class's cases, which is not promised
 * @param sizes how many sets hold 0, 1, 2 ... classes
 */
public record ConformalFigures(
    double stated, Proportion covered, List<Proportion> coveredOfClass, List<Integer> sizes) {
  public ConformalFigures {
    coveredOfClass = List.copyOf(coveredOfClass);
    sizes = List.copyOf(sizes);
  }

  static ConformalFigures of(ConformalSets sets, Predictions cases) {
    int classes = cases.classes().size();
    long[] hits = new long[classes];
    Integer[] sizes = new Integer[classes + 1];
    Arrays.fill(sizes, 0);
    for (int n = 0; n < cases.size(); n++) {
      List<Integer> set = sets.set(cases.probabilities()[n]);
      sizes[set.size()]++;
      hits[cases.labels()[n]] += set.contains(cases.labels()[n]) ? 1 : 0;
    }
    int[] support = cases.support();
    long covered = 0;
    List<Proportion> ofClass = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      covered += hits[k];
      ofClass.add(new Proportion(hits[k], support[k]));
    }
    return new ConformalFigures(
        sets.coverage(), new Proportion(covered, cases.size()), ofClass, List.of(sizes));
  }

  /** How many classes a set holds, on the mean. */
  public double meanSize() {
    long sum = 0;
    for (int size = 0; size < sizes.size(); size++) {
      sum += (long) size * sizes.get(size);
    }
    return (double) sum / covered.count();
  }
}
