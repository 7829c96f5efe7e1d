package org.radcam.network;

/**
 * How a residual block's shortcut changes the shape (He et al. 2016, section 3.3, options A and B).
 */
public enum Shortcut {
  /** Leaves out voxels and fills new channels with zeros; without parameters. */
  A,
  /** A 1x1 convolution with batch normalisation. */
  B
}
