package org.radcam.io.dicom;

import java.util.Locale;
import org.radcam.io.format.ImageFormatException;

/** What a pixel's samples mean (Photometric Interpretation, PS3.3 C.7.6.3.1.2). */
enum Photometric {
  /** Grey, small values bright. */
  MONOCHROME1(1),
  /** Grey, large values bright. */
  MONOCHROME2(1),
  PALETTE_COLOR(1),
  RGB(3),
  /** Luminance and two chrominances, full range. */
  YBR_FULL(3),
  /** The same with the chrominances of two neighbours shared. */
  YBR_FULL_422(3);

  private final int samples;

  Photometric(int samples) {
    this.samples = samples;
  }

  int samples() {
    return samples;
  }

  boolean isMonochrome() {
    return this == MONOCHROME1 || this == MONOCHROME2;
  }

  static Photometric of(DicomHeader header) throws ImageFormatException {
    String text =
        header
            .text(Tag.PHOTOMETRIC)
            .orElseThrow(
                () ->
                    new ImageFormatException(
                        "The DICOM file is malformed: its image lacks the attribute "
                            + Tag.PHOTOMETRIC
                            + "."));
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "MONOCHROME1" -> MONOCHROME1;
      case "MONOCHROME2" -> MONOCHROME2;
      case "PALETTE COLOR" -> PALETTE_COLOR;
      case "RGB" -> RGB;
      case "YBR_FULL" -> YBR_FULL;
      case "YBR_FULL_422" -> YBR_FULL_422;
      case "YBR_PARTIAL_422", "YBR_PARTIAL_420", "YBR_ICT", "YBR_RCT", "XYB" ->
          throw refused("compressed video or JPEG 2000");
      case "HSV", "ARGB", "CMYK" -> throw refused("a retired colour model");
      default -> throw DicomHeader.malformed(Tag.PHOTOMETRIC);
    };
  }

  private static ImageFormatException refused(String kind) {
    return new ImageFormatException(
        "The DICOM image's colours are those of "
            + kind
            + ", which RadCAM does not read: save it as RGB or grey from the program it comes from.");
  }
}
