package org.radcam.fiji.heat;

import ij.ImagePlus;
import org.radcam.image.Size;

/**
 * The pixels that a heat map was made of.
 *
 * @param slice size of a slice
 * @param first position in the stack, from 1, of the first slice
 * @param last position of the last one
 * @param sha256 digest of the values that the model got
 */
record MadeOf(Size slice, int first, int last, String sha256) {
  MadeOf {
    if (first < 1) {
      throw new IllegalArgumentException("Slices count from 1, not " + first);
    }
  }

  static MadeOf of(Size grid, int firstSlice, String sha256) {
    return new MadeOf(
        Size.of(grid.columns(), grid.rows()), firstSlice, firstSlice + grid.slices() - 1, sha256);
  }

  /** Whether a whole stack of several slices was one volume. */
  boolean isVolume() {
    return first < last;
  }

  /** Whether the image has the size that it had, as far as this needs it. */
  boolean hasSizeOf(ImagePlus image) {
    return last <= image.getStackSize()
        && slice.equals(Size.of(image.getWidth(), image.getHeight()));
  }
}
