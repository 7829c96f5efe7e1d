package org.radcam.io.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Bytes packed by gzip (RFC 1952), unpacked only as far as they are read. */
public final class Gzip {
  private static final int BUFFER = 1 << 16;

  private Gzip() {}

  /** Whether bytes begin as gzip's do. */
  public static boolean is(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** The unpacked bytes of gzip that begins at {@code from}. */
  static InputStream open(byte[] bytes, int from) throws ImageFormatException {
    try {
      return new GZIPInputStream(
          new ByteArrayInputStream(bytes, from, bytes.length - from), BUFFER);
    } catch (IOException e) {
      throw new ImageFormatException(
          "The file's gzip data is damaged or cut off: copy or export it again.", e);
    }
  }

  /** At most {@code count} unpacked bytes; fewer where the data ends or breaks before. */
  public static byte[] head(byte[] bytes, int count) throws ImageFormatException {
    byte[] head = new byte[count];
    int length = 0;
    InputStream in = open(bytes, 0);
    try (in) {
      for (int read = 0; read >= 0 && length < count; length += Math.max(0, read)) {
        read = in.read(head, length, count - length);
      }
    } catch (IOException e) {
      // Whoever reads on will meet it again, and knows of what kind the file is.
      return Arrays.copyOf(head, length);
    }
    return Arrays.copyOf(head, length);
  }
}
