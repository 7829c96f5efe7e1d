package org.radcam.io.dicom;

import org.radcam.io.format.ImageFormatException;

/** The colours of an image whose pixels are indices (Palette Color Lookup Table, PS3.3 C.7.9). */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {
  static Palette of(DicomHeader header, boolean signed) throws ImageFormatException {
    if (header.value(Tag.RED_DATA).isEmpty()) {
      throw new ImageFormatException(
          "The DICOM image's palette is missing or segmented, which RadCAM does not read: save it as"
              + " RGB or grey from the program it comes from.");
    }
    return new Palette(
        LookupTable.of(header, Tag.RED_DESCRIPTOR, Tag.RED_DATA, signed),
        LookupTable.of(header, Tag.GREEN_DESCRIPTOR, Tag.GREEN_DATA, signed),
        LookupTable.of(header, Tag.BLUE_DESCRIPTOR, Tag.BLUE_DATA, signed));
  }
}
