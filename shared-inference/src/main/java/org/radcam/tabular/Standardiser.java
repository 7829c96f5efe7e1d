package org.radcam.tabular;

import java.util.List;
import org.radcam.UserException;

/**
 * Brings features to comparable scales: (value - centre) / scale. Centres, scales and results are
 * single-precision numbers, in training as in use, so that a stored model answers as the trained
 * one did.
 *
 * @param centres one a feature
 * @param scales one a feature, above 0
 */
public record Standardiser(float[] centres, float[] scales) {
  public Standardiser {
    if (centres.length != scales.length) {
      throw new IllegalArgumentException(
          centres.length + " centres do not go with " + scales.length + " scales");
    }
    for (int j = 0; j < scales.length; j++) {
      if (!Float.isFinite(centres[j]) || !(scales[j] > 0) || !Float.isFinite(scales[j])) {
        throw new IllegalArgumentException(
            "Feature " + (j + 1) + " cannot have centre " + centres[j] + " and scale " + scales[j]);
      }
    }
  }

  /**
   * Mean and standard deviation (of the population: divided by n) of each column. A feature that is
   * the same in every row, to single precision, has the scale 1.
   *
   * @param rows at least one; one value a feature, finite
   * @throws UserException if a value is not finite or beyond single precision
   */
  public static Standardiser of(double[][] rows, List<String> features) {
    float[] centres = new float[features.size()];
    float[] scales = new float[features.size()];
    for (int j = 0; j < centres.length; j++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[j] / rows.length;
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[j] - mean) * (row[j] - mean);
      }
      centres[j] = (float) mean;
      scales[j] = (float) Math.sqrt(squares / rows.length);
      if (!Float.isFinite(centres[j]) || !Float.isFinite(scales[j])) {
        throw new UserException(
            "The feature " + features.get(j) + " has values that are missing or too large");
      }
      if (scales[j] <= Math.ulp(centres[j])) {
        scales[j] = 1;
      }
    }
    return new Standardiser(centres, scales);
  }

  /** Number of features. */
  public int size() {
    return centres.length;
  }

  /** The standardised values of one case; beyond single precision they stay at its limits. */
  public float[] apply(double[] values) {
    if (values.length != centres.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + centres.length + " features");
    }
    float[] standardised = new float[values.length];
    for (int j = 0; j < values.length; j++) {
      double z = (values[j] - centres[j]) / scales[j];
      standardised[j] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, z));
    }
    return standardised;
  }

  /** The standardiser of some of the features, in the order given. */
  public Standardiser select(int[] columns) {
    float[] chosenCentres = new float[columns.length];
    float[] chosenScales = new float[columns.length];
    for (int j = 0; j < columns.length; j++) {
      chosenCentres[j] = centres[columns[j]];
      chosenScales[j] = scales[columns[j]];
    }
    return new Standardiser(chosenCentres, chosenScales);
  }
}
