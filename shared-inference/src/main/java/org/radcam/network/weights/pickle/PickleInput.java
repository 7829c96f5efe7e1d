package org.radcam.network.weights.pickle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A pickle's bytes, read with every length checked against what is there. */
final class PickleInput {
  /** Names and numbers are far shorter. */
  private static final int MAX_LINE = 1024;

  private final ByteBuffer bytes;

  PickleInput(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  int unsignedByte() {
    try {
      return bytes.get() & 0xFF;
    } catch (BufferUnderflowException e) {
      throw cutOff();
    }
  }

  int unsignedShort() {
    return require(Short.BYTES).getShort() & 0xFFFF;
  }

  int signedInt() {
    return require(Integer.BYTES).getInt();
  }

  long unsignedInt() {
    return signedInt() & 0xFFFFFFFFL;
  }

  long signedLong() {
    return require(Long.BYTES).getLong();
  }

  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  String text(long length, Charset charset) {
    return new String(bytes(length), charset);
  }

  byte[] bytes(long length) {
    require(length);
    byte[] read = new byte[(int) length];
    bytes.get(read);
    return read;
  }

  void skip(long length) {
    require(length);
    bytes.position(bytes.position() + (int) length);
  }

  String line() {
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = unsignedByte();
      if (next == '\n') {
        return new String(
            line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      }
      if (line.length() == MAX_LINE) {
        throw new PickleRefusedException("its pickle has an endless line");
      }
      line.append((char) next);
    }
  }

  /** A line in quotation marks; escapes are not read. */
  String quotedLine() {
    String line = line();
    if (line.length() < 2 || line.indexOf('\\') >= 0) {
      throw new PickleRefusedException("its pickle has a text in a form that is not read here");
    }
    return line.substring(1, line.length() - 1);
  }

  private ByteBuffer require(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw cutOff();
    }
    return bytes;
  }

  private static PickleRefusedException cutOff() {
    return new PickleRefusedException("its pickle is cut off, or claims more than is there");
  }
}
