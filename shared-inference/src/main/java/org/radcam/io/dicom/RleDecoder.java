package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.radcam.io.format.ImageFormatException;

/**
 * RLE Lossless (PS3.5 annex G): a frame is one PackBits segment for each byte of each sample, the
 * most significant byte first, behind a header of 64 bytes with the segments' places.
 */
final class RleDecoder {
  private static final int HEADER = 64;
  private static final int MAX_SEGMENTS = 15;

  /** PackBits turns two bytes into at most 128. */
  static final int LARGEST_EXPANSION = 64;

  private RleDecoder() {}

  /**
   * Decodes a frame.
   *
   * @return one channel behind the other, samples little endian
   */
  static byte[] decode(ByteBuffer frame, PixelLayout layout) throws ImageFormatException {
    int width = layout.bitsAllocated() / 8;
    int segments = layout.samples() * width;
    ByteBuffer header = frame.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (header.limit() < HEADER || segments > MAX_SEGMENTS || header.getInt(0) != segments) {
      throw damaged();
    }
    byte[] decoded = new byte[layout.area() * segments];
    for (int segment = 0; segment < segments; segment++) {
      int from = header.getInt(4 + 4 * segment);
      int to = segment + 1 < segments ? header.getInt(8 + 4 * segment) : header.limit();
      if (from < HEADER || to < from || to > header.limit()) {
        throw damaged();
      }
      int sample = segment / width;
      int byteOfSample = width - 1 - segment % width;
      int start = sample * layout.area() * width + byteOfSample;
      segment(header, from, to, decoded, start, width, layout.area());
    }
    return decoded;
  }

  private static void segment(
      ByteBuffer from, int begin, int end, byte[] into, int start, int step, int count)
      throws ImageFormatException {
    int at = begin;
    int done = 0;
    while (done < count) {
      if (at >= end) {
        throw damaged();
      }
      int control = from.get(at++);
      if (control >= 0) {
        int literal = Math.min(control + 1, count - done);
        if (at + literal > end) {
          throw damaged();
        }
        for (int i = 0; i < literal; i++) {
          into[start + step * done++] = from.get(at++);
        }
      } else if (control != Byte.MIN_VALUE) {
        if (at >= end) {
          throw damaged();
        }
        byte repeated = from.get(at++);
        for (int i = Math.min(1 - control, count - done); i > 0; i--) {
          into[start + step * done++] = repeated;
        }
      }
    }
  }

  static ImageFormatException damaged() {
    return new ImageFormatException(
        "The DICOM file's RLE-compressed pixels are damaged or cut off: copy or export it again.");
  }
}
