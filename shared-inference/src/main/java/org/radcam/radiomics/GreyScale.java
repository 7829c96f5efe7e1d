package org.radcam.radiomics;

/** Which grey level an intensity has; levels begin at 1. */
public sealed interface GreyScale {
  /** The grey level of an intensity; NaN where it has none on this scale. */
  double level(double intensity);

  /** Intensities are levels. */
  record Identity() implements GreyScale {
    @Override
    public double level(double intensity) {
      return intensity >= 1 && intensity == Math.rint(intensity) ? intensity : Double.NaN;
    }
  }

  /**
   * N equal bins over the region's range; in a region of one intensity every voxel has level 1.
   *
   * @param low smallest intensity
   * @param high largest intensity
   * @param bins N
   */
  record EqualBins(double low, double high, int bins) implements GreyScale {
    @Override
    public double level(double intensity) {
      if (high == low) {
        return 1;
      }
      return intensity >= high
          ? bins
          : Math.min(bins, Math.floor(bins * (intensity - low) / (high - low)) + 1);
    }
  }

  /**
   * Bins of one width.
   *
   * @param low where the first bin begins
   * @param width of a bin
   */
  record FixedWidth(double low, double width) implements GreyScale {
    @Override
    public double level(double intensity) {
      return Math.floor((intensity - low) / width) + 1;
    }
  }
}
