package org.radcam.io.format;

import java.nio.ByteBuffer;

/** How one number is stored in the volumes of imaging scientists' formats. */
public enum SampleType {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  SampleType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The number at a position; integers beyond 2^53 are rounded. */
  public double at(ByteBuffer data, int position) {
    return switch (this) {
      case INT8 -> data.get(position);
      case UINT8 -> data.get(position) & 0xff;
      case INT16 -> data.getShort(position);
      case UINT16 -> data.getShort(position) & 0xffff;
      case INT32 -> data.getInt(position);
      case UINT32 -> data.getInt(position) & 0xffff_ffffL;
      case INT64 -> data.getLong(position);
      case UINT64 -> unsigned(data.getLong(position));
      case FLOAT32 -> data.getFloat(position);
      case FLOAT64 -> data.getDouble(position);
    };
  }

  private static double unsigned(long value) {
    if (value >= 0) {
      return value;
    }
    // Half of it fits; the bit that is shifted out still counts for the rounding.
    double half = (value >>> 1) | (value & 1);
    return 2 * half;
  }
}
