package org.radcam.io.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.Deflater;

/** Writes small DICOM data sets for tests, element by element, right or wrong as the test likes. */
final class DicomBytes {
  static final String IMPLICIT = "1.2.840.10008.1.2";
  static final String EXPLICIT = "1.2.840.10008.1.2.1";
  static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
  static final String RLE = "1.2.840.10008.1.2.5";
  static final String JPEG = "1.2.840.10008.1.2.4.50";

  private static final Set<String> LONG = Set.of("OB", "OD", "OF", "OW", "SQ", "UN", "UT");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean explicit;
  private final ByteOrder order;
  private final String syntax;

  DicomBytes(String syntax) {
    this.syntax = syntax;
    this.explicit = !syntax.equals(IMPLICIT);
    this.order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** A monochrome image's header, without its pixels. */
  static DicomBytes image(String syntax, int columns, int rows, int allocated) {
    return new DicomBytes(syntax)
        .text(0x0008_0060, "CS", "DX")
        .us(0x0028_0002, 1)
        .text(0x0028_0004, "CS", "MONOCHROME2")
        .us(0x0028_0010, rows)
        .us(0x0028_0011, columns)
        .us(0x0028_0100, allocated);
  }

  DicomBytes us(int tag, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return element(tag, "US", buffer.array());
  }

  DicomBytes text(int tag, String vr, String value) {
    return element(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Words of 16 bits. */
  DicomBytes words(int tag, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return element(tag, "OW", buffer.array());
  }

  DicomBytes element(int tag, String vr, byte[] value) {
    int padded = value.length + value.length % 2;
    header(tag, vr, padded);
    out.writeBytes(value);
    if (padded > value.length) {
      out.write(vr.startsWith("O") ? 0 : ' ');
    }
    return this;
  }

  /** A sequence, with given or with undefined lengths. */
  DicomBytes sequence(int tag, boolean undefined, DicomBytes... items) {
    DicomBytes content = new DicomBytes(syntax);
    for (DicomBytes item : items) {
      byte[] bytes = item.dataSet();
      content.header(0xFFFE_E000, "", undefined ? -1 : bytes.length);
      content.out.writeBytes(bytes);
      if (undefined) {
        content.header(0xFFFE_E00D, "", 0);
      }
    }
    if (undefined) {
      content.header(0xFFFE_E0DD, "", 0);
    }
    header(tag, "SQ", undefined ? -1 : content.dataSet().length);
    out.writeBytes(content.dataSet());
    return this;
  }

  /** Elements that are written already. */
  DicomBytes raw(byte[] elements) {
    out.writeBytes(elements);
    return this;
  }

  /** Pixel data of fragments behind an empty basic offset table. */
  DicomBytes fragments(byte[]... fragments) {
    header(0x7FE0_0010, "OB", -1);
    header(0xFFFE_E000, "", 0);
    for (byte[] fragment : fragments) {
      header(0xFFFE_E000, "", fragment.length + fragment.length % 2);
      out.writeBytes(fragment);
      if (fragment.length % 2 == 1) {
        out.write(0);
      }
    }
    header(0xFFFE_E0DD, "", 0);
    return this;
  }

  /** An element's tag, representation and length, which may be a lie. */
  DicomBytes header(int tag, String vr, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(12).order(order);
    buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (!explicit || vr.isEmpty()) {
      buffer.putInt(length);
    } else {
      buffer.put(vr.getBytes(StandardCharsets.ISO_8859_1));
      if (LONG.contains(vr)) {
        buffer.putShort((short) 0).putInt(length);
      } else {
        buffer.putShort((short) length);
      }
    }
    out.write(buffer.array(), 0, buffer.position());
    return this;
  }

  /** Without preamble and meta information. */
  byte[] dataSet() {
    return out.toByteArray();
  }

  /** A file of PS3.10. */
  byte[] file() {
    byte[] data = dataSet();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[128]);
    file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(new DicomBytes(EXPLICIT).text(0x0002_0010, "UI", syntax + "\0").dataSet());
    file.writeBytes(syntax.equals(DEFLATED) ? deflate(data) : data);
    return file.toByteArray();
  }

  static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(9, /* nowrap= */ true);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    while (!deflater.finished()) {
      deflated.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return deflated.toByteArray();
  }
}
