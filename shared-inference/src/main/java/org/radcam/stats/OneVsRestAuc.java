package org.radcam.stats;

import java.util.Arrays;

/**
 * Areas under the ROC curves of several classes, each against the rest, and their averages
 * (Fawcett, Pattern Recognit Lett 2006;27:861, section 9.2; the weighted one after Provost and
 * Domingos 2000):
 *
 * <ul>
 *   <li>macro: the mean of the classes' areas;
 *   <li>weighted: their mean, weighted by the number of cases of each class;
 *   <li>micro: one area over all pairs of a case and a class.
 * </ul>
 *
 * <p>Every figure takes {@code times}, how often each case counts, for a {@link
 * ClusteredBootstrap}; it is NaN where that leaves a class that it needs without cases.
 */
public final class OneVsRestAuc {
  private final int[] labels;
  private final Auc[] areas;
  private final Auc pooled;

  public OneVsRestAuc(Predictions predictions) {
    labels = predictions.labels();
    areas = new Auc[predictions.classes().size()];
    for (int k = 0; k < areas.length; k++) {
      areas[k] = new Auc(predictions.oneVsRest(k));
    }
    pooled = new Auc(predictions.pooled());
  }

  /** The area of one class against the rest. */
  public double ofClass(int k, int[] times) {
    return areas[k].value(times);
  }

  public double macro(int[] times) {
    return Arrays.stream(areas).mapToDouble(area -> area.value(times)).sum() / areas.length;
  }

  public double weighted(int[] times) {
    long[] support = new long[areas.length];
    long total = 0;
    for (int n = 0; n < labels.length; n++) {
      support[labels[n]] += times[n];
      total += times[n];
    }
    double sum = 0;
    for (int k = 0; k < areas.length; k++) {
      sum += support[k] * areas[k].value(times);
    }
    return sum / total;
  }

  public double micro(int[] times) {
    int[] pairs = new int[times.length * areas.length];
    for (int n = 0; n < times.length; n++) {
      Arrays.fill(pairs, n * areas.length, (n + 1) * areas.length, times[n]);
    }
    return pooled.value(pairs);
  }

  /** Every case once: what the figures take for the estimate itself. */
  public int[] once() {
    int[] once = new int[labels.length];
    Arrays.fill(once, 1);
    return once;
  }
}
