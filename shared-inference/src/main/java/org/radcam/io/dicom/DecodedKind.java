package org.radcam.io.dicom;

/** What the numbers of a decoded image's frames must be, by its header. */
public enum DecodedKind {
  /** Grey integers, {@link DecodedFrame.Words}. */
  INTEGERS,
  /** The same, of which small values are bright (MONOCHROME1). */
  INVERTED_INTEGERS,
  /** Grey floating-point numbers, {@link DecodedFrame.Reals}. */
  REALS,
  /** {@link DecodedFrame.Colours}. */
  COLOURS;

  static DecodedKind of(DicomHeader header, PixelLayout layout) {
    if (!layout.photometric().isMonochrome()) {
      return COLOURS;
    }
    if (header.has(Tag.FLOAT_PIXEL_DATA) || header.has(Tag.DOUBLE_PIXEL_DATA)) {
      return REALS;
    }
    return layout.photometric() == Photometric.MONOCHROME1 ? INVERTED_INTEGERS : INTEGERS;
  }
}
