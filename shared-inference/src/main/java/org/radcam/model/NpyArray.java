package org.radcam.model;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A float32 array as NumPy's NPY files keep it (numpy.lib.format, versions 1.0 to 3.0): values in C
 * order, the last axis fastest.
 *
 * <p>Reading refuses any other element type, byte order or memory order, more than {@value
 * #MAX_AXES} axes or {@value #MAX_VALUES} values, a file that ends early and one that goes on.
 *
 * @param shape length of each axis
 * @param values the product of the shape many
 */
public record NpyArray(List<Integer> shape, float[] values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_AXES = 8;

  /** 256 MiB: a batch of one of the largest 3D input. */
  private static final int MAX_VALUES = 1 << 26;

  /** A header of our kind takes 118 bytes; NumPy itself warns above 10000. */
  private static final int MAX_HEADER = 10_000;

  private static final int BUFFER = 1 << 16;

  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*\\{\\s*'descr':\\s*'([^']{1,10})',\\s*'fortran_order':\\s*(True|False),"
              + "\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

  public NpyArray {
    shape = List.copyOf(shape);
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          "An array of shape " + shape + " has " + count(shape) + " values, got " + values.length);
    }
  }

  public static NpyArray of(float[] values, Integer... shape) {
    return new NpyArray(List.of(shape), values);
  }

  /** Reads the whole stream; it stays open. Whatever is wrong is an {@link IOException}. */
  public static NpyArray read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    try {
      List<Integer> shape = readHeader(in);
      float[] values = readValues(in, (int) count(shape));
      if (in.read() >= 0) {
        throw new IOException("the NPY file goes on after its " + values.length + " values");
      }
      return new NpyArray(shape, values);
    } catch (EOFException e) {
      throw new IOException("the NPY file ends early", e);
    }
  }

  private static List<Integer> readHeader(DataInputStream in) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    in.readFully(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException("this is no NPY file");
    }
    int major = in.readUnsignedByte();
    in.readUnsignedByte();
    if (major < 1 || major > 3) {
      throw new IOException("NPY version " + major + " is not known");
    }
    long length =
        major == 1
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length > MAX_HEADER) {
      throw new IOException("the NPY header claims " + length + " bytes");
    }
    byte[] header = new byte[(int) length];
    in.readFully(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.UTF_8));
    if (!matcher.matches()) {
      throw new IOException("the NPY header cannot be understood");
    }
    if (!matcher.group(1).equals("<f4") || matcher.group(2).equals("True")) {
      throw new IOException(
          "the NPY file must hold float32 ('<f4') in C order, not '"
              + matcher.group(1)
              + "' with fortran_order "
              + matcher.group(2)
              + "; in Python: numpy.save(file, numpy.ascontiguousarray(x, dtype=\"<f4\"))");
    }
    return readShape(matcher.group(3));
  }

  private static List<Integer> readShape(String text) throws IOException {
    List<String> axes =
        Arrays.stream(text.split(",")).map(String::strip).filter(axis -> !axis.isEmpty()).toList();
    if (axes.size() > MAX_AXES
        || !axes.stream().allMatch(axis -> axis.matches("[1-9][0-9]{0,8}"))) {
      throw new IOException(
          "the NPY shape (" + text + ") must have at most " + MAX_AXES + " axes, each 1 or longer");
    }
    List<Integer> shape = axes.stream().map(Integer::valueOf).toList();
    if (count(shape) > MAX_VALUES) {
      throw new IOException("the NPY shape (" + text + ") is too large");
    }
    return shape;
  }

  /** Allocates as the bytes come, so that a short file cannot claim much. */
  private static float[] readValues(DataInputStream in, int count) throws IOException {
    float[] values = new float[Math.min(count, BUFFER)];
    byte[] bytes = new byte[BUFFER];
    int at = 0;
    while (at < count) {
      int some = Math.min(count - at, BUFFER / Float.BYTES);
      in.readFully(bytes, 0, some * Float.BYTES);
      if (at + some > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
      }
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, at, some);
      at += some;
    }
    return values;
  }

  /** Writes version 1.0, as {@code numpy.save} does; the stream stays open. */
  public void write(OutputStream out) throws IOException {
    String axes =
        shape.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (shape.size() == 1 ? "," : "");
    StringBuilder header =
        new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': (" + axes + "), }");
    // Values begin at a multiple of 64 bytes.
    while ((MAGIC.length + 4 + header.length() + 1) % 64 != 0) {
      header.append(' ');
    }
    header.append('\n');
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
    out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (!buffer.hasRemaining()) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      buffer.putFloat(value);
    }
    out.write(buffer.array(), 0, buffer.position());
  }

  private static long count(List<Integer> shape) {
    long count = 1;
    for (int length : shape) {
      // At most 8 axes, and stopped early: this cannot overflow.
      count = Math.min(count * length, Long.MAX_VALUE >>> 32);
    }
    return count;
  }
}
