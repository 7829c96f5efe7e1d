package org.radcam.radiomics;

import org.radcam.UserException;

/**
 * Resampling before features are measured (IBSI reference manual, section 2.4): onto a grid with
 * the same directions whose centre is the centre of the image's grid (UMPJ, "align grid centers").
 *
 * @param spacingI voxel size along i, in mm; 0 keeps the image's
 * @param spacingJ the same along j
 * @param spacingK the same along k; 0 for resampling within the slices
 * @param interpolation of the image; the mask is always interpolated linearly
 * @param rounding whether interpolated intensities are rounded to whole numbers, as for CT (68QD)
 * @param partialVolume a voxel belongs to the mask if at least this part of it does (E8H9)
 */
public record Resampling(
    double spacingI,
    double spacingJ,
    double spacingK,
    Interpolation interpolation,
    boolean rounding,
    double partialVolume) {

  /** How values between voxels are found. */
  public enum Interpolation {
    /** Linear in each axis. */
    LINEAR,
    /** Cubic B-spline through the voxels' values, in each axis. */
    CUBIC
  }

  public Resampling {
    for (double spacing : new double[] {spacingI, spacingJ, spacingK}) {
      if (!(spacing >= 0) || Double.isInfinite(spacing)) {
        throw new UserException("The voxel size to resample to must be positive, not " + spacing);
      }
    }
    if (!(partialVolume > 0 && partialVolume <= 1)) {
      throw new UserException(
          "The part of a voxel that makes it belong to the mask must be above 0 and at most 1, not "
              + partialVolume);
    }
  }

  /** To cubes of a size in mm, linearly, without rounding. */
  public static Resampling isotropic(double spacing) {
    return new Resampling(spacing, spacing, spacing, Interpolation.LINEAR, false, 0.5);
  }

  /** To squares of a size in mm within each slice, linearly, without rounding. */
  public static Resampling inPlane(double spacing) {
    return new Resampling(spacing, spacing, 0, Interpolation.LINEAR, false, 0.5);
  }
}
