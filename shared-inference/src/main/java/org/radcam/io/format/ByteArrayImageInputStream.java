package org.radcam.io.format;

import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Gives bytes in memory to a reader of {@code javax.imageio} without the copy that its own
 * memory-cached stream makes.
 */
public final class ByteArrayImageInputStream extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int offset;
  private final int length;

  public ByteArrayImageInputStream(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < length ? bytes[offset + (int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int at, int count) {
    Objects.checkFromIndexSize(at, count, into.length);
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    if (streamPos >= length) {
      return -1;
    }
    int some = (int) Math.min(count, length - streamPos);
    System.arraycopy(bytes, offset + (int) streamPos, into, at, some);
    streamPos += some;
    return some;
  }

  @Override
  public long length() {
    return length;
  }
}
