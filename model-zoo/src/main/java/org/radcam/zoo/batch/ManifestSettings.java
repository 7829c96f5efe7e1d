package org.radcam.zoo.batch;

import org.radcam.UserException;

/**
 * How the cases of a manifest are classified.
 *
 * @param eachLesion whether every separate part of a case's region is a lesion of its own, or the
 *     whole region is one
 * @param minVoxels of each lesion, smaller parts are left out
 * @param everyGrid whether heat maps are wanted on the grid of every image, not only of the
 *     reference
 */
public record ManifestSettings(boolean eachLesion, int minVoxels, boolean everyGrid) {
  /** The whole region is one lesion. */
  public static final ManifestSettings DEFAULT = new ManifestSettings(false, 1, false);

  public ManifestSettings {
    if (minVoxels < 1) {
      throw new UserException("A lesion has at least 1 voxel, not " + minVoxels + ".");
    }
  }
}
