package org.radcam.io.dicom;

import java.nio.ByteBuffer;

/** The samples of uncompressed pixels one by one, as the integers that they stand for. */
final class Samples {
  private final ByteBuffer data;
  private final int bits;
  private final int unusedAbove;
  private final int unused;
  private final boolean signed;
  private final int swap;

  /**
   * Samples of {@code data} in its byte order.
   *
   * @param swappedBytes whether 8-bit samples lie in 16-bit words of big endian order
   */
  Samples(ByteBuffer data, PixelLayout layout, boolean swappedBytes) {
    this.data = data;
    this.bits = layout.bitsAllocated();
    this.unusedAbove = Long.SIZE - 1 - layout.highBit();
    this.unused = Long.SIZE - layout.bitsStored();
    this.signed = layout.signed();
    this.swap = swappedBytes ? 1 : 0;
  }

  /** Sample {@code index}: the stored bits only, sign-extended where they are signed. */
  long at(long index) {
    long raw =
        switch (bits) {
          case 1 -> (data.get((int) (index >> 3)) >>> (index & 7)) & 1;
          case 8 -> data.get((int) index ^ swap);
          case 16 -> data.getShort((int) index * 2);
          default -> data.getInt((int) index * 4);
        };
    long left = raw << unusedAbove;
    return signed ? left >> unused : left >>> unused;
  }
}
