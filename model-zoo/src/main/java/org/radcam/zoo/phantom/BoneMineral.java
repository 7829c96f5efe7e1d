package org.radcam.zoo.phantom;

/**
 * Mineral in the matrix of a lesion: a share from 0 to 1 of the densest, for every voxel of it.
 *
 * <p>Both kinds are drawn until they hold the same amount, so that neither mean nor volume tells
 * them apart: only shape does.
 */
interface BoneMineral {
  /**
   * The shares, in the order of the voxels.
   *
   * @param voxels of the lesion
   * @param amount mean share over all of them, 0 to 1
   */
  double[] shares(LesionVoxels voxels, double amount, Draw draw);
}
