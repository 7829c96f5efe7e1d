package org.radcam.stats.calibration;

import java.util.Arrays;
import org.radcam.stats.Quantiles;

/** How probabilities are put into bins; a bin holds its upper edge, the first its lower one too. */
public enum Binning {
  /** Bins of the same width from 0 to 1. */
  EQUAL_WIDTH {
    @Override
    double[] edges(double[] probabilities, int bins) {
      double width = 1.0 / bins;
      double[] edges = new double[bins + 1];
      for (int b = 0; b < bins; b++) {
        // Not b / bins: in the last digit this is what NumPy's linspace gives, and so its users'
        // bins.
        edges[b] = b * width;
      }
      edges[bins] = 1;
      return edges;
    }
  },
  /** Bins between quantiles, which hold as many cases each where probabilities do not tie. */
  EQUAL_COUNTS {
    @Override
    double[] edges(double[] probabilities, int bins) {
      double[] sorted = probabilities.clone();
      Arrays.sort(sorted);
      double[] edges = new double[bins + 1];
      for (int b = 0; b <= bins; b++) {
        edges[b] = Quantiles.ofSorted(sorted, (double) b / bins);
      }
      return edges;
    }
  };

  abstract double[] edges(double[] probabilities, int bins);

  /** The bin of a probability: after how many inner edges it lies. */
  static int bin(double probability, double[] edges) {
    int bin = 0;
    for (int b = 1; b < edges.length - 1 && probability > edges[b]; b++) {
      bin = b;
    }
    return bin;
  }
}
