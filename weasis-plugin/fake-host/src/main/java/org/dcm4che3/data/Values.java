package org.dcm4che3.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Values of one element as the test host keeps them: texts for representations of text, bytes in
 * little-endian order for all others.
 */
final class Values {
  private Values() {}

  static Object fromBytes(VR vr, byte[] bytes, Charset charset) {
    if (!vr.isStringType()) {
      return bytes;
    }
    String text = new String(bytes, charset);
    if (vr == VR.LT || vr == VR.ST || vr == VR.UT || vr == VR.UR) {
      return new String[] {text.stripTrailing()};
    }
    String[] texts = text.split("\\\\", -1);
    for (int i = 0; i < texts.length; i++) {
      texts[i] = texts[i].replace("\0", "").strip();
    }
    return texts.length == 1 && texts[0].isEmpty() ? new String[0] : texts;
  }

  static byte[] toBytes(VR vr, Object value, Charset charset) {
    byte[] bytes =
        value instanceof String[] texts
            ? String.join("\\", texts).getBytes(charset)
            : (byte[]) value;
    if (bytes.length % 2 == 0) {
      return bytes;
    }
    byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = (byte) (vr.isStringType() && vr != VR.UI ? ' ' : 0);
    return even;
  }

  /** The numbers in a value; none where it has none. */
  static double[] numbers(VR vr, Object value) {
    if (value instanceof String[] texts) {
      return Arrays.stream(texts)
          .filter(text -> !text.isEmpty())
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
    if (!(value instanceof byte[] bytes)) {
      return new double[0];
    }
    ByteBuffer buffer = little(bytes);
    int size = vr == VR.AT ? 4 : vr.numEndianBytes();
    double[] numbers = new double[bytes.length / size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(vr, buffer, i * size);
    }
    return numbers;
  }

  private static double number(VR vr, ByteBuffer buffer, int at) {
    return switch (vr) {
      case US, OW -> Short.toUnsignedInt(buffer.getShort(at));
      case SS -> buffer.getShort(at);
      case UL, OL -> Integer.toUnsignedLong(buffer.getInt(at));
      case AT ->
          (double) ((int) buffer.getShort(at) << 16 | Short.toUnsignedInt(buffer.getShort(at + 2)));
      case SL -> buffer.getInt(at);
      case FL, OF -> buffer.getFloat(at);
      case FD, OD -> buffer.getDouble(at);
      case SV, UV, OV -> buffer.getLong(at);
      default -> buffer.get(at);
    };
  }

  /** Numbers as a representation keeps them. */
  static Object of(VR vr, double[] numbers) {
    if (vr.isStringType()) {
      return Arrays.stream(numbers).mapToObj(Values::text).toArray(String[]::new);
    }
    int size = vr == VR.AT ? 4 : vr.numEndianBytes();
    byte[] bytes = new byte[numbers.length * size];
    ByteBuffer buffer = little(bytes);
    for (double number : numbers) {
      switch (vr) {
        case US, SS, OW -> buffer.putShort((short) (int) number);
        case UL, SL, OL -> buffer.putInt((int) (long) number);
        case AT -> buffer.putShort((short) ((int) number >> 16)).putShort((short) (int) number);
        case FL, OF -> buffer.putFloat((float) number);
        case FD, OD -> buffer.putDouble(number);
        case SV, UV, OV -> buffer.putLong((long) number);
        default -> throw new IllegalArgumentException("numbers as " + vr);
      }
    }
    return bytes;
  }

  /** Texts of a value: numbers are written out. */
  static String[] texts(VR vr, Object value) {
    if (value instanceof String[] texts) {
      return texts;
    }
    return value instanceof byte[] && !vr.isInlineBinary()
        ? Arrays.stream(numbers(vr, value)).mapToObj(Values::text).toArray(String[]::new)
        : new String[0];
  }

  private static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
