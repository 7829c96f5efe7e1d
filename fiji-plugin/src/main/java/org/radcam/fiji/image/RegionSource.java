package org.radcam.fiji.image;

/** Where a region of interest comes from. */
public enum RegionSource {
  /** The first of the image's selection, its overlay and the ROI Manager that holds an area. */
  AUTO("auto"),
  /** The image's active selection. */
  SELECTION("selection"),
  /** The areas of the image's overlay. */
  OVERLAY("overlay"),
  /** The selected regions of the ROI Manager; all where none is selected. */
  MANAGER("manager"),
  /** A file of ImageJ's regions (.roi, .zip), or a mask image. */
  FILE("file"),
  /** A mask image that is open. */
  MASK("mask"),
  /** No region. */
  NONE("none");

  private final String word;

  RegionSource(String word) {
    this.word = word;
  }

  /** How options and dialogs name it. */
  public String word() {
    return word;
  }
}
