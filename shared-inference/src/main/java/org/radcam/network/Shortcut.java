package org.radcam.network;

import org.radcam.network.layer.ResidualBlock;

/**
 * How a residual block's shortcut changes the shape (He et al. 2016, section 3.3, options A and B).
 */
public enum Shortcut {
  /** Leaves out voxels and fills new channels with zeros; without parameters. */
  A {
    @Override
    void add(ResidualBlock block) {
      block.padWithZeros();
    }
  },
  /** A 1x1 convolution with batch normalisation. */
  B {
    @Override
    void add(ResidualBlock block) {
      block.project();
    }
  };

  abstract void add(ResidualBlock block);

  /** Gives a block the shortcut that it needs, if it needs one. */
  final void addTo(ResidualBlock block) {
    if (block.changesShape()) {
      add(block);
    }
  }
}
