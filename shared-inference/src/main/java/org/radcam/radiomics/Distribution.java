package org.radcam.radiomics;

import java.util.Arrays;
import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * What intensity statistics and intensity histogram have in common (IBSI sections 3.3 and 3.4).
 * Percentiles are linear between ranks (type 7 of Hyndman and Fan), which gives the IBSI's P90 of 4
 * for the digital phantom.
 */
final class Distribution {
  /** The first sixteen of either family; those of the histogram have its mode after the maximum. */
  static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          mean   Mean
          var    Variance
          skew   Skewness
          kurt   (Excess) kurtosis
          median Median
          min    Minimum
          p10    10th percentile
          p90    90th percentile
          max    Maximum
          iqr    Interquartile range
          range  Range
          mad    Mean absolute deviation
          rmad   Robust mean absolute deviation
          medad  Median absolute deviation
          cov    Coefficient of variation
          qcod   Quartile coefficient of dispersion\
          """);

  private final float[] values;
  private final double mean;
  private final double[] moments;

  Distribution(float[] values) {
    this.values = values;
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    this.mean = sum / values.length;
    this.moments = new double[5];
    for (float value : values) {
      double difference = value - mean;
      double square = difference * difference;
      moments[1] += Math.abs(difference);
      moments[2] += square;
      moments[3] += square * difference;
      moments[4] += square * square;
    }
    for (int n = 1; n < moments.length; n++) {
      moments[n] /= values.length;
    }
  }

  double mean() {
    return mean;
  }

  /** The features of {@link #NAMES}, in that order. */
  double[] features() {
    double[] p = percentiles(0, 10, 25, 50, 75, 90, 100);
    double variance = moments[2];
    double skewness = variance == 0 ? 0 : moments[3] / Math.pow(variance, 1.5);
    double kurtosis = variance == 0 ? 0 : moments[4] / (variance * variance) - 3;
    return new double[] {
      mean,
      variance,
      skewness,
      kurtosis,
      p[3],
      p[0],
      p[1],
      p[5],
      p[6],
      p[4] - p[2],
      p[6] - p[0],
      moments[1],
      robustDeviation(p[1], p[5]),
      deviation(p[3]),
      Math.sqrt(variance) / mean,
      (p[4] - p[2]) / (p[4] + p[2])
    };
  }

  private double[] percentiles(double... percents) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] result = new double[percents.length];
    for (int n = 0; n < percents.length; n++) {
      double rank = percents[n] / 100 * (sorted.length - 1);
      int below = (int) rank;
      double low = sorted[below];
      double high = sorted[Math.min(below + 1, sorted.length - 1)];
      result[n] = low + (rank - below) * (high - low);
    }
    return result;
  }

  /** Mean absolute deviation of the values between two percentiles, from their own mean (1128). */
  private double robustDeviation(double low, double high) {
    double sum = 0;
    int count = 0;
    for (float value : values) {
      if (value >= low && value <= high) {
        sum += value;
        count++;
      }
    }
    double centre = sum / count;
    double deviations = 0;
    for (float value : values) {
      if (value >= low && value <= high) {
        deviations += Math.abs(value - centre);
      }
    }
    return deviations / count;
  }

  private double deviation(double centre) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value - centre);
    }
    return sum / values.length;
  }
}
