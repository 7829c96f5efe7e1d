package org.radcam.radiomics;

import org.radcam.image.Volume;

/**
 * A region cut out of its image: its bounding box with one empty voxel on every side, so that no
 * neighbour of a voxel of the region lies outside the arrays.
 *
 * <p>Arrays hold (columns, rows, slices) voxels with columns fastest; lists of voxels are positions
 * in them, ascending, hence slice by slice.
 *
 * @param columns of the padded box, along i
 * @param rows of the padded box, along j
 * @param slices of the padded box, along k
 * @param spacing distance between voxel centres along i, j and k, usually in mm
 * @param shape the morphological mask's voxels
 * @param voxels the intensity mask's voxels
 * @param intensities the intensities of {@code voxels}, in the same order
 * @param context the (resampled) image, or as much of it as local features look at
 * @param contextOffset where voxel (0, 0, 0) of the padded box lies in {@code context}: i, j, k
 */
record RoiGrid(
    int columns,
    int rows,
    int slices,
    double[] spacing,
    int[] shape,
    int[] voxels,
    float[] intensities,
    Volume context,
    int[] contextOffset) {

  int cells() {
    return columns * rows * slices;
  }

  int column(int voxel) {
    return voxel % columns;
  }

  int row(int voxel) {
    return voxel / columns % rows;
  }

  int slice(int voxel) {
    return voxel / (columns * rows);
  }

  double voxelVolume() {
    return spacing[0] * spacing[1] * spacing[2];
  }
}
