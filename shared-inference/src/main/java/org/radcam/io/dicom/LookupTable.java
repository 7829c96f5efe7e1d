package org.radcam.io.dicom;

import org.radcam.io.format.ImageFormatException;

/**
 * A lookup table of DICOM (LUT Descriptor and LUT Data, PS3.3 C.11.1.1): stored values below the
 * first mapped one get the first entry, those beyond the last one the last.
 */
final class LookupTable {
  private final int first;
  private final int[] entries;

  private LookupTable(int first, int[] entries) {
    this.first = first;
    this.entries = entries;
  }

  /**
   * The table of two attributes.
   *
   * @param signed whether stored values are signed, and so the first mapped value
   */
  static LookupTable of(DicomHeader header, Tag descriptor, Tag data, boolean signed)
      throws ImageFormatException {
    int[] description = header.shorts(descriptor, /* signed= */ false, 4);
    if (description.length != 3) {
      throw DicomHeader.malformed(descriptor);
    }
    int count = description[0] == 0 ? 1 << 16 : description[0];
    int first = signed ? (short) description[1] : description[1];
    int bits = description[2];
    int[] words = header.shorts(data, /* signed= */ false, count);
    int[] entries = new int[count];
    if (words.length >= count) {
      System.arraycopy(words, 0, entries, 0, count);
    } else if (bits <= 8 && words.length >= (count + 1) / 2) {
      for (int i = 0; i < count; i++) {
        entries[i] = (words[i / 2] >> (8 * (i % 2))) & 0xff;
      }
    } else {
      throw DicomHeader.malformed(data);
    }
    return new LookupTable(first, entries);
  }

  /** The entry of a stored value. */
  int of(long stored) {
    return entries[(int) Math.max(0, Math.min(entries.length - 1, stored - first))];
  }
}
