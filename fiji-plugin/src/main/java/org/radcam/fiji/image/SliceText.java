package org.radcam.fiji.image;

import ij.ImagePlus;

/**
 * The text that ImageJ keeps beside a slice: the label of a stack's slice, the label of a single
 * image that was taken out of a stack, or the image's {@code Info}.
 */
final class SliceText {
  private SliceText() {}

  /**
   * The slice's own text; empty where it has none.
   *
   * @param slice position in the stack, from 1
   */
  static String label(ImagePlus image, int slice) {
    if (image.getStackSize() == 1 && isHeader(info(image))) {
      return info(image); // ImageJ copies it into a label once, and does not keep that up to date
    }
    if (image.getStack().isVirtual()) {
      image.getStack().getProcessor(slice); // only then it knows the label
    }
    String label = image.getStack().getSliceLabel(slice);
    return label == null ? "" : label;
  }

  private static boolean isHeader(String text) {
    return !DicomHeader.of(text).isEmpty() || GridLabel.of(text).isPresent();
  }

  /** What is said of the whole image; empty where nothing is. */
  static String info(ImagePlus image) {
    return image.getProperty("Info") instanceof String text ? text : "";
  }
}
