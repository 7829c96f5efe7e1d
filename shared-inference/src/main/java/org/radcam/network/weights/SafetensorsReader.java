package org.radcam.network.weights;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Reads a safetensors file from its beginning to its end, one tensor at a time, so that weights in
 * a jar need no more memory than their largest tensor.
 *
 * <p>The format: 8 bytes, little-endian, the header's length; the header, JSON in UTF-8; the data,
 * little-endian. {@link HeaderParser} lists what is refused in a header; beside that, a header of
 * more than 16 MB or longer than the file, and a data section that is shorter or longer than the
 * header says.
 */
public final class SafetensorsReader implements TensorReader {
  /** A hundred times the header of a ResNet-152. */
  private static final int MAX_HEADER = 1 << 24;

  private static final int CHUNK = 1 << 16;
  private static final long UNKNOWN = -1;

  private final InputStream in;
  private final String file;
  private final Header header;

  private SafetensorsReader(InputStream in, String file, long length) throws IOException {
    this.in = in;
    this.file = file;
    this.header = readHeader(length);
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws BadWeightsException if the header is refused
   */
  public static SafetensorsReader open(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (!Files.isRegularFile(path)) {
      throw new BadWeightsException(
          name, "there is no such file in " + path.toAbsolutePath().getParent());
    }
    return closingOnFailure(Files.newInputStream(path), name, Files.size(path));
  }

  /**
   * Reads a header from a stream, which is closed with the reader.
   *
   * @param file how to call it in messages
   * @throws BadWeightsException if the header is refused
   */
  public static SafetensorsReader open(InputStream in, String file) throws IOException {
    return closingOnFailure(in, file, UNKNOWN);
  }

  private static SafetensorsReader closingOnFailure(InputStream in, String file, long length)
      throws IOException {
    try {
      return new SafetensorsReader(new BufferedInputStream(in, CHUNK), file, length);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /** The tensors in the order of their data. */
  @Override
  public List<TensorEntry> entries() {
    return header.entries();
  }

  @Override
  public String file() {
    return file;
  }

  private Header readHeader(long length) throws IOException {
    byte[] prefix = in.readNBytes(Long.BYTES);
    if (prefix.length < Long.BYTES) {
      throw new BadWeightsException(file, "it is too short to be a safetensors file");
    }
    long size = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (size < 0 || size > MAX_HEADER || (length != UNKNOWN && size > length - Long.BYTES)) {
      throw new BadWeightsException(
          file,
          "it is no safetensors file, or its beginning is damaged (header length "
              + Long.toUnsignedString(size)
              + ")");
    }
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw new BadWeightsException(file, "it ends within its header");
    }
    Header parsed = HeaderParser.parse(file, decode(bytes));
    long expected = Long.BYTES + size + parsed.dataBytes();
    if (length != UNKNOWN && length != expected) {
      throw new BadWeightsException(
          file, "it has " + length + " bytes where its header says " + expected);
    }
    return parsed;
  }

  private String decode(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new BadWeightsException(file, "its header is not UTF-8", e);
    }
  }

  /** The data may also end too early or too late. */
  @Override
  public void read(Predicate<TensorEntry> wanted, BiConsumer<TensorEntry, ByteBuffer> consumer)
      throws IOException {
    ByteBuffer values = direct(CHUNK);
    for (TensorEntry entry : header.entries()) {
      if (!wanted.test(entry)) {
        skip(entry);
        continue;
      }
      values = fill(entry, floatBytes(entry), values);
      consumer.accept(entry, values);
    }
    if (in.read() >= 0) {
      throw new BadWeightsException(file, "it goes on after its last tensor");
    }
  }

  private int floatBytes(TensorEntry entry) {
    if (!entry.type().readable()) {
      throw new BadWeightsException(
          file,
          "tensor '"
              + Names.shown(entry.name())
              + "' holds "
              + entry.type()
              + " numbers; F32, F16 and BF16 can be read");
    }
    if (entry.size() > Integer.MAX_VALUE / Float.BYTES) {
      throw new BadWeightsException(
          file, "tensor '" + Names.shown(entry.name()) + "' has more than 2 GB");
    }
    return (int) entry.size() * Float.BYTES;
  }

  /** Grows the buffer with what is really there, because a header may promise anything. */
  private ByteBuffer fill(TensorEntry entry, int bytes, ByteBuffer reusable) throws IOException {
    ByteBuffer values = reusable.clear();
    long left = entry.end() - entry.begin();
    while (left > 0) {
      byte[] chunk = in.readNBytes((int) Math.min(CHUNK, left));
      if (chunk.length == 0 || chunk.length % entry.type().bytes() != 0) {
        throw endsWithin(entry);
      }
      int floats = chunk.length / entry.type().bytes() * Float.BYTES;
      if (values.remaining() < floats) {
        long doubled = Math.max(2L * values.capacity(), values.position() + (long) floats);
        values = direct((int) Math.min(doubled, bytes)).put(values.flip());
      }
      FloatFormat.decode(entry.type(), chunk, values);
      left -= chunk.length;
    }
    return values.flip();
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  private void skip(TensorEntry entry) throws IOException {
    try {
      in.skipNBytes(entry.end() - entry.begin());
    } catch (EOFException e) {
      throw endsWithin(entry);
    }
  }

  private BadWeightsException endsWithin(TensorEntry entry) {
    return new BadWeightsException(
        file, "it ends within tensor '" + Names.shown(entry.name()) + "'");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
