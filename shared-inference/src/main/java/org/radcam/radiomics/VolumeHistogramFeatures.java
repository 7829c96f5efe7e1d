package org.radcam.radiomics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Features of the (cumulative) intensity-volume histogram, in 3D (IBSI section 3.5, P88C). The
 * discretisation chooses the IBSI's case:
 *
 * <ul>
 *   <li>none: calibrated discrete intensities, evaluated from the lower to the upper bound of the
 *       re-segmentation range (or the region's) in steps of 1; where intensities are no whole
 *       numbers there is no step, and the intensities themselves are evaluated;
 *   <li>fixed bin size: calibrated continuous intensities, evaluated at the bins' centres;
 *   <li>fixed bin number: arbitrary units, evaluated at the bin numbers.
 * </ul>
 */
final class VolumeHistogramFeatures {
  /** More steps than this are no discrete scale. */
  private static final int MAX_STEPS = 1 << 20;

  /** An intensity fraction that is meant to be 10 percent must not fall short of it by rounding. */
  private static final double ROUNDING = 1e-9;

  private final double[] grid;
  private final double[] volumes;
  private final double[] fractions;
  private final double next;

  private VolumeHistogramFeatures(double[] grid, double[] sorted, double low, double high) {
    this.grid = grid;
    this.next = grid.length == 1 ? grid[0] + 1 : 2 * grid[grid.length - 1] - grid[grid.length - 2];
    this.volumes = new double[grid.length];
    this.fractions = new double[grid.length];
    int below = 0;
    for (int n = 0; n < grid.length; n++) {
      while (below < sorted.length && sorted[below] < grid[n]) {
        below++;
      }
      volumes[n] = 1 - (double) below / sorted.length;
      fractions[n] = (grid[n] - low) / (high - low);
    }
  }

  static void measure(
      RoiGrid roi, Discretisation discretisation, Optional<IntensityRange> range, FeatureList out) {
    VolumeHistogramFeatures ivh = of(roi.intensities(), discretisation, range);
    double v10 = ivh.volumeAt(0.1);
    double v90 = ivh.volumeAt(0.9);
    double i10 = ivh.intensityAt(0.1);
    double i90 = ivh.intensityAt(0.9);
    out.add("ivh_v10", "Volume fraction at 10% intensity", v10);
    out.add("ivh_v90", "Volume fraction at 90% intensity", v90);
    out.add("ivh_i10", "Intensity at 10% volume", i10);
    out.add("ivh_i90", "Intensity at 90% volume", i90);
    out.add(
        "ivh_diff_v10_v90", "Volume fraction difference between 10% and 90% intensity", v10 - v90);
    out.add("ivh_diff_i10_i90", "Intensity difference between 10% and 90% volume", i10 - i90);
    out.add("ivh_auc", "Area under the intensity-volume histogram", ivh.area());
  }

  private static VolumeHistogramFeatures of(
      float[] intensities, Discretisation discretisation, Optional<IntensityRange> range) {
    double[] values = new double[intensities.length];
    Arrays.setAll(values, n -> intensities[n]);
    Arrays.sort(values);
    double least = values[0];
    double most = values[values.length - 1];
    double low = range.map(IntensityRange::low).orElse(least);
    double high = range.map(IntensityRange::high).filter(Double::isFinite).orElse(most);
    if (discretisation instanceof Discretisation.FixedBinNumber number) {
      GreyScale scale = number.scale(least, most, range);
      double[] levels = Arrays.stream(values).map(scale::level).toArray();
      return new VolumeHistogramFeatures(steps(1, number.bins(), 1), levels, 1, number.bins());
    }
    if (discretisation instanceof Discretisation.FixedBinSize size) {
      double width = size.width();
      GreyScale.FixedWidth scale = (GreyScale.FixedWidth) size.scale(least, most, range);
      double first = scale.low() + 0.5 * width;
      double[] centres =
          Arrays.stream(values).map(x -> first + (scale.level(x) - 1) * width).toArray();
      double lastLevel = Math.max(Math.ceil((high - scale.low()) / width), scale.level(most));
      if (lastLevel > MAX_STEPS) {
        lastLevel = scale.level(most);
      }
      return new VolumeHistogramFeatures(
          steps(first, lastLevel, width), centres, first, Math.max(first, high - 0.5 * width));
    }
    boolean whole =
        Arrays.stream(values).allMatch(x -> x == Math.rint(x)) && high - low < MAX_STEPS;
    double[] grid =
        whole
            ? steps(low, Math.floor(high - low) + 1, 1)
            : Arrays.stream(values).distinct().toArray();
    return new VolumeHistogramFeatures(grid, values, low, high);
  }

  private static double[] steps(double first, double count, double step) {
    double[] grid = new double[(int) Math.max(1, count)];
    Arrays.setAll(grid, n -> first + n * step);
    return grid;
  }

  /** The largest volume fraction with at least an intensity fraction (BC2M). */
  private double volumeAt(double fraction) {
    for (int n = 0; n < grid.length; n++) {
      if (fractions[n] >= fraction - ROUNDING) {
        return volumes[n];
      }
    }
    return Double.NaN;
  }

  /**
   * The smallest intensity that at most a volume fraction has or exceeds (GBPN); the step after the
   * last, which no voxel has, where even the last is too frequent.
   */
  private double intensityAt(double fraction) {
    for (int n = 0; n < grid.length; n++) {
      if (volumes[n] <= fraction + ROUNDING) {
        return grid[n];
      }
    }
    return next;
  }

  /** By the trapezoidal rule; 0 where there is one intensity only (9CMM). */
  private double area() {
    double area = 0;
    for (int n = 1; n < grid.length; n++) {
      area += (fractions[n] - fractions[n - 1]) * (volumes[n] + volumes[n - 1]) / 2;
    }
    return area;
  }
}
