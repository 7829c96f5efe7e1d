package org.radcam.network.weights.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes pickles opcode by opcode, and the files around them: what no honest program writes. */
final class PickleBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static PickleBytes pickle() {
    return new PickleBytes().op(0x80).op(2);
  }

  PickleBytes op(int... opcodes) {
    for (int opcode : opcodes) {
      bytes.write(opcode);
    }
    return this;
  }

  PickleBytes raw(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  PickleBytes global(String module, String name) {
    return raw("c" + module + "\n" + name + "\n");
  }

  PickleBytes text(String value) {
    byte[] utf = value.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(little(5).put((byte) 'X').putInt(utf.length).array());
    bytes.writeBytes(utf);
    return this;
  }

  PickleBytes number(long value) {
    bytes.writeBytes(little(10).put((byte) 0x8a).put((byte) 8).putLong(value).array());
    return this;
  }

  PickleBytes numbers(long... values) {
    raw("(");
    for (long value : values) {
      number(value);
    }
    return raw("t");
  }

  /** A tensor of 32-bit floats in storage 0. */
  PickleBytes tensor(long offset, long[] shape, long[] stride) {
    global("torch._utils", "_rebuild_tensor_v2").raw("((").text("storage");
    global("torch", "FloatStorage").text("0").text("cpu").number(4).raw("tQ");
    number(offset).numbers(shape).numbers(stride).op(0x89);
    return global("collections", "OrderedDict").raw(")RtR");
  }

  byte[] stop() {
    return raw(".").bytes.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** An archive with this pickle, and 16 bytes in storage 0. */
  static Path archive(Path file, byte[] pickle) {
    return archive(file, "archive/data.pkl", pickle, "archive/data/0", new byte[16]);
  }

  /**
   * An archive of stored entries.
   *
   * @param namesAndContents in turn
   */
  static Path archive(Path file, Object... namesAndContents) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int n = 0; n < namesAndContents.length; n += 2) {
        byte[] content = (byte[]) namesAndContents[n + 1];
        ZipEntry entry = new ZipEntry((String) namesAndContents[n]);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
