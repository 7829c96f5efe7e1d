package org.radcam.network.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the stored number formats into 32-bit floats, and back. */
public final class FloatFormat {
  private FloatFormat() {}

  /** Appends stored numbers, little-endian, to floats in the machine's order. */
  static void decode(TensorType type, byte[] stored, ByteBuffer floats) {
    ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case F32 -> {
        floats.asFloatBuffer().put(in.asFloatBuffer());
        floats.position(floats.position() + stored.length);
      }
      case F16 -> {
        while (in.hasRemaining()) {
          floats.putFloat(halfToFloat(in.getShort()));
        }
      }
      case BF16 -> {
        while (in.hasRemaining()) {
          floats.putFloat(bfloat16ToFloat(in.getShort()));
        }
      }
      default -> throw new IllegalArgumentException(type + " is not read");
    }
  }

  /** IEEE 754 binary16 to binary32, exactly. */
  public static float halfToFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> 10) & 0x1F;
    int fraction = half & 0x3FF;
    if (exponent == 0) {
      // Zero or subnormal: the fraction counts units of 2^-24.
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * 0x1p-24f));
    }
    int wide = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }

  /** bfloat16, the upper half of a 32-bit float, to such a float. */
  public static float bfloat16ToFloat(short upper) {
    return Float.intBitsToFloat(upper << 16);
  }

  /** IEEE 754 binary32 to binary16, to the nearest, ties to even; too large becomes infinite. */
  static short floatToHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude >= 65520f) {
      return (short) (sign | 0x7C00);
    }
    if (magnitude < 0x1p-14f) {
      // Subnormal: a whole number of 2^-24, rounded half to even; 1024 is the smallest normal.
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
    }
    int rebased = (bits & 0x7FFFFFFF) - ((127 - 15) << 23);
    int half = rebased >>> 13;
    int rest = rebased & 0x1FFF;
    if (rest > 0x1000 || (rest == 0x1000 && (half & 1) == 1)) {
      half++;
    }
    return (short) (sign | half);
  }
}
