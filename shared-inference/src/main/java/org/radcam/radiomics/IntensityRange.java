package org.radcam.radiomics;

import org.radcam.UserException;

/**
 * The intensities that belong to a region: re-segmentation by range (IBSI reference manual, section
 * 2.6.2, USB3).
 *
 * @param low smallest intensity that is kept
 * @param high largest intensity that is kept; positive infinity for a half-open range
 */
public record IntensityRange(double low, double high) {
  public IntensityRange {
    if (Double.isNaN(low) || Double.isNaN(high) || low >= high || Double.isInfinite(low)) {
      throw new UserException(
          "An intensity range needs a lower bound that is smaller than its upper bound, not "
              + low
              + " to "
              + high
              + ".");
    }
  }

  boolean contains(double intensity) {
    return intensity >= low && intensity <= high;
  }
}
