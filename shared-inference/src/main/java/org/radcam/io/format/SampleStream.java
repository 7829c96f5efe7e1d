package org.radcam.io.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The numbers of a volume's file, plain or unpacked from gzip while they are read, so that never
 * more is unpacked than what a checked header announces.
 */
public final class SampleStream implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Behind the voxels there may be a line or a padding; what is more is not looked at. */
  private static final int TRAILER = 1 << 20;

  private final String format;
  private final InputStream in;
  private final long available;

  private SampleStream(String format, InputStream in, long available) {
    this.format = format;
    this.in = in;
    this.available = available;
  }

  /**
   * Numbers that lie in a file as they are.
   *
   * @param format its name, for messages
   * @param from where to begin
   */
  public static SampleStream plain(String format, byte[] file, int from) {
    int length = Math.max(0, file.length - from);
    int start = Math.min(from, file.length);
    return new SampleStream(format, new ByteArrayInputStream(file, start, length), length);
  }

  /**
   * Numbers packed by gzip.
   *
   * @param format the file's, for messages
   * @param from where gzip's header is
   * @param skipped how many unpacked bytes to leave out
   */
  public static SampleStream gzip(String format, byte[] file, int from, int skipped)
      throws ImageFormatException {
    SampleStream stream = new SampleStream(format, Gzip.open(file, from), Long.MAX_VALUE);
    try {
      stream.in.skipNBytes(skipped);
    } catch (IOException e) {
      throw stream.damaged(e);
    }
    return stream;
  }

  /**
   * As many numbers as a checked header announces: slope x stored + intercept, computed in double
   * and rounded to float.
   *
   * @throws ImageFormatException where the data ends before, or is damaged
   */
  public float[] read(SampleType type, ByteOrder order, double slope, double intercept, int count)
      throws ImageFormatException {
    if (available < (long) count * type.bytes()) {
      throw cutOff(type, count, available);
    }
    boolean scaled = slope != 1 || intercept != 0;
    float[] voxels = new float[count];
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    int most = BUFFER / type.bytes();
    for (int at = 0; at < count; at += most) {
      int some = Math.min(most, count - at);
      int got = fill(bytes, some * type.bytes());
      if (got < some * type.bytes()) {
        throw cutOff(type, count, (long) at * type.bytes() + got);
      }
      for (int i = 0; i < some; i++) {
        double stored = type.at(buffer, i * type.bytes());
        voxels[at + i] = (float) (scaled ? slope * stored + intercept : stored);
      }
    }
    // Gzip's checksum stands at its end.
    fill(new byte[TRAILER], TRAILER);
    return voxels;
  }

  private int fill(byte[] bytes, int count) throws ImageFormatException {
    try {
      return in.readNBytes(bytes, 0, count);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory need no closing", e);
    }
  }

  private ImageFormatException cutOff(SampleType type, int voxels, long got) {
    return new ImageFormatException(
        String.format(
            Locale.ROOT,
            "The %s file is cut off: its header announces %,d voxels in %,d bytes, but it holds"
                + " %,d of them. Copy or export it again.",
            format,
            voxels,
            (long) voxels * type.bytes(),
            got));
  }

  private ImageFormatException damaged(IOException cause) {
    return new ImageFormatException(
        "The " + format + " file is damaged or cut off: copy or export it again.", cause);
  }
}
