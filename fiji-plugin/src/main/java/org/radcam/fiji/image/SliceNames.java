package org.radcam.fiji.image;

import ij.ImagePlus;

/** How a slice is called in tables and messages. */
public final class SliceNames {
  private SliceNames() {}

  /**
   * The image's title, for stacks with the number of the slice. Labels of slices are left out:
   * those of imported DICOM series hold the whole header.
   *
   * @param slice position in the stack, from 1
   */
  public static String of(ImagePlus image, int slice) {
    return image.getStackSize() == 1 ? image.getTitle() : image.getTitle() + ":" + slice;
  }
}
