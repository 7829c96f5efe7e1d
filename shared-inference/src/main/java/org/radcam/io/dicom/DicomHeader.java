package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.radcam.io.format.ImageFormatException;

/**
 * The attributes of a data set, or of an item of a sequence, that RadCAM reads; typed by the
 * standard's dictionary, not by the file's value representation, which may be wrong or absent.
 *
 * <p>An attribute without a value counts as absent. One whose value cannot be what the standard
 * says is an error that names it, for guessing would change a result.
 */
final class DicomHeader {
  private final byte[] array;
  private final ByteBuffer bytes;
  private final Map<Tag, Value> values = new EnumMap<>(Tag.class);
  private final Map<Tag, List<DicomHeader>> sequences = new EnumMap<>(Tag.class);

  DicomHeader(byte[] array, boolean bigEndian) {
    this.array = array;
    this.bytes = ByteBuffer.wrap(array);
    this.bytes.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  void put(Tag tag, Value value) {
    values.putIfAbsent(tag, value);
  }

  void put(Tag tag, List<DicomHeader> items) {
    sequences.putIfAbsent(tag, items);
  }

  /** Takes over the values of another header that are absent here. */
  void putAllAbsent(DicomHeader other) {
    other.values.forEach(values::putIfAbsent);
  }

  /** The same attributes, to which others can be added without changing these. */
  DicomHeader copy() {
    DicomHeader copy = new DicomHeader(array, bigEndian());
    copy.values.putAll(values);
    copy.sequences.putAll(sequences);
    return copy;
  }

  boolean bigEndian() {
    return bytes.order() == ByteOrder.BIG_ENDIAN;
  }

  boolean has(Tag tag) {
    return values.containsKey(tag) || sequences.containsKey(tag);
  }

  /** Where an attribute's value lies in {@link #array()}. */
  Optional<Value> value(Tag tag) {
    return Optional.ofNullable(values.get(tag)).filter(value -> value.length() != 0);
  }

  byte[] array() {
    return array;
  }

  /** A sequence's items; none where it is absent. */
  List<DicomHeader> items(Tag tag) {
    return sequences.getOrDefault(tag, List.of());
  }

  /** The first item of a sequence. */
  Optional<DicomHeader> item(Tag tag) {
    return items(tag).stream().findFirst();
  }

  /** The first unsigned short (US). */
  OptionalInt unsigned(Tag tag) throws ImageFormatException {
    int[] numbers = shorts(tag, /* signed= */ false, 1);
    return numbers.length == 0 ? OptionalInt.empty() : OptionalInt.of(numbers[0]);
  }

  /**
   * Shorts (US or SS), as few as the value holds.
   *
   * @param most how many of them are wanted: a hostile value may be as long as the file
   */
  int[] shorts(Tag tag, boolean signed, int most) throws ImageFormatException {
    Optional<Value> found = value(tag);
    if (found.isEmpty()) {
      return new int[0];
    }
    Value value = found.get();
    if (value.length() < 2) {
      throw malformed(tag);
    }
    int[] numbers = new int[Math.min(value.length() / 2, most)];
    for (int i = 0; i < numbers.length; i++) {
      short number = bytes.getShort(value.offset() + 2 * i);
      numbers[i] = signed ? number : Short.toUnsignedInt(number);
    }
    return numbers;
  }

  /** Numbers written as text (DS or IS); empty where the attribute is absent. */
  double[] decimals(Tag tag) throws ImageFormatException {
    return decimals(tag, text(tag).orElse(""));
  }

  /** The same of a list that may be as long as the file, such as the points of a contour. */
  double[] allDecimals(Tag tag) throws ImageFormatException {
    return decimals(tag, text(tag, Integer.MAX_VALUE).orElse(""));
  }

  private static double[] decimals(Tag tag, String text) throws ImageFormatException {
    if (text.isEmpty()) {
      return new double[0];
    }
    String[] parts = text.split("\\\\", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      // Java would also read 1d, 0x1p3 or NaN.
      if (!part.matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?")) {
        throw malformed(tag);
      }
      try {
        numbers[i] = Double.parseDouble(part);
      } catch (NumberFormatException e) {
        throw malformed(tag);
      }
      if (!Double.isFinite(numbers[i])) {
        throw malformed(tag);
      }
    }
    return numbers;
  }

  /** The first number of a text (DS or IS). */
  OptionalDouble decimal(Tag tag) throws ImageFormatException {
    double[] numbers = decimals(tag);
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
  }

  /** Exactly so many numbers; empty where the attribute is absent. */
  Optional<double[]> decimals(Tag tag, int count) throws ImageFormatException {
    double[] numbers = decimals(tag);
    if (numbers.length != 0 && numbers.length != count) {
      throw malformed(tag);
    }
    return numbers.length == 0 ? Optional.empty() : Optional.of(numbers);
  }

  /** A text of the default character set (CS, UI, DS), trimmed; empty texts are absent. */
  Optional<String> text(Tag tag) {
    return text(tag, MAX_TEXT);
  }

  private Optional<String> text(Tag tag, int most) {
    return value(tag)
        .map(
            value ->
                new String(
                    array(),
                    value.offset(),
                    Math.min(value.length(), most),
                    StandardCharsets.ISO_8859_1))
        .map(text -> text.replace('\0', ' ').strip())
        .filter(text -> !text.isEmpty());
  }

  /** A text in the file's own character set (LO), trimmed. */
  Optional<String> text(Tag tag, CharacterSet characters) {
    return value(tag)
        .map(
            value -> characters.decode(array(), value.offset(), Math.min(value.length(), MAX_TEXT)))
        .filter(text -> !text.isEmpty());
  }

  static ImageFormatException malformed(Tag tag) {
    return new ImageFormatException(
        "The DICOM file is malformed: its attribute " + tag + " does not hold what it should.");
  }

  /** No attribute read here may be longer by the standard (LO 64, multi-valued CS and DS less). */
  private static final int MAX_TEXT = 1024;

  /**
   * Where a value lies.
   *
   * @param offset first byte
   * @param length bytes, or {@link #ENCAPSULATED}
   * @param announced bytes that the file claims, more than {@code length} where it is cut off
   * @param words whether the value representation is OW, words of 16 bits
   */
  record Value(int offset, int length, long announced, boolean words) {
    /** Pixel data in fragments, whose length is not given. */
    static final int ENCAPSULATED = -1;
  }
}
