package org.radcam.network.weights.pickle;

import java.math.BigInteger;

/** The ways in which pickles write numbers. */
final class PickleNumbers {
  private static final int MAX_LONG_BYTES = 256;

  private PickleNumbers() {}

  /** Two's complement, little-endian, as protocol 2 has it. */
  static Object integer(PickleInput in, long length) {
    if (length > MAX_LONG_BYTES) {
      throw new PickleRefusedException("its pickle has a number of " + length + " bytes");
    }
    byte[] littleEndian = in.bytes(length);
    byte[] bigEndian = new byte[littleEndian.length + 1];
    for (int n = 0; n < littleEndian.length; n++) {
      bigEndian[littleEndian.length - n] = littleEndian[n];
    }
    if (littleEndian.length > 0) {
      bigEndian[0] = (byte) (littleEndian[littleEndian.length - 1] < 0 ? -1 : 0);
    }
    return narrow(new BigInteger(bigEndian));
  }

  /** Decimal, as protocol 0 has it. */
  static Object integer(String line) {
    String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
    // How protocol 0 writes False and True.
    if (digits.equals("00") || digits.equals("01")) {
      return digits.equals("01");
    }
    try {
      return narrow(new BigInteger(digits.strip()));
    } catch (NumberFormatException e) {
      throw PickleStack.broken();
    }
  }

  private static Object narrow(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  static Object real(String line) {
    try {
      return Double.parseDouble(line);
    } catch (NumberFormatException e) {
      throw PickleStack.broken();
    }
  }

  static long index(String line) {
    try {
      return Long.parseLong(line);
    } catch (NumberFormatException e) {
      throw PickleStack.broken();
    }
  }
}
