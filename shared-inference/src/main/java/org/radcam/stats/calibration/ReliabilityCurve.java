package org.radcam.stats.calibration;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.Predictions;
import org.radcam.stats.Proportion;

/**
 * Reliability diagram: what was predicted against what came true (Murphy and Winkler, J R Stat Soc
 * C 1977;26:41; Niculescu-Mizil and Caruana, ICML 2005).
 *
 * @param bins that hold cases, by rising probability
 */
public record ReliabilityCurve(List<ReliabilityBin> bins) {
  public ReliabilityCurve {
    bins = List.copyOf(bins);
  }

  /** Of the probability of one class against the rest. */
  public static ReliabilityCurve of(BinaryCases cases, int bins, Binning binning) {
    cases.requireProbabilities("A reliability curve");
    if (bins < 1 || cases.size() == 0) {
      throw new IllegalArgumentException("A reliability curve needs bins and cases");
    }
    double[] edges = binning.edges(cases.scores(), bins);
    double[] sums = new double[bins];
    int[] counts = new int[bins];
    int[] hits = new int[bins];
    for (int n = 0; n < cases.size(); n++) {
      int bin = Binning.bin(cases.scores()[n], edges);
      sums[bin] += cases.scores()[n];
      counts[bin]++;
      hits[bin] += cases.positive()[n] ? 1 : 0;
    }
    List<ReliabilityBin> filled = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      if (counts[b] > 0) {
        filled.add(
            new ReliabilityBin(
                edges[b], edges[b + 1], sums[b] / counts[b], new Proportion(hits[b], counts[b])));
      }
    }
    return new ReliabilityCurve(filled);
  }

  /**
   * Of the predicted class: its probability (confidence) against the share of predictions that are
   * right (Guo et al., On calibration of modern neural networks, ICML 2017, section 2), in bins of
   * equal width.
   */
  public static ReliabilityCurve ofPredictedClass(Predictions predictions, int bins) {
    int[] predicted = predictions.predicted();
    double[] confidence = new double[predicted.length];
    boolean[] right = new boolean[predicted.length];
    for (int n = 0; n < predicted.length; n++) {
      confidence[n] = predictions.probabilities()[n][predicted[n]];
      right[n] = predictions.labels()[n] == predicted[n];
    }
    return of(new BinaryCases(confidence, right), bins, Binning.EQUAL_WIDTH);
  }

  /**
   * Expected calibration error: the bins' gaps, weighted by their cases (Naeini, Cooper and
   * Hauskrecht, AAAI 2015; Guo et al. 2017, equation 3, where the curve is of the predicted class).
   */
  public double expectedError() {
    double sum = 0;
    long count = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.observed().count() * bin.gap();
      count += bin.observed().count();
    }
    return sum / count;
  }

  /** Maximum calibration error: the largest gap of a bin (Guo et al. 2017, equation 5). */
  public double largestError() {
    return bins.stream().mapToDouble(ReliabilityBin::gap).max().orElse(Double.NaN);
  }
}
