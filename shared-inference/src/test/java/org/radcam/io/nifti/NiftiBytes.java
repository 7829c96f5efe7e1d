package org.radcam.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Builds small NIfTI files byte by byte, after {@code nifti1.h} and {@code nifti2.h}: unsigned
 * bytes in three dimensions, without qform and sform, unless told otherwise.
 */
public final class NiftiBytes {
  private final boolean second;
  private final ByteBuffer header;
  private byte[] voxels = new byte[0];

  private NiftiBytes(boolean second, ByteOrder order) {
    this.second = second;
    this.header = ByteBuffer.allocate(second ? 544 : 352).order(order);
    header.putInt(0, second ? 540 : 348);
    magic("n+1");
    dataType(2);
    voxelOffset(header.capacity());
    pixdim(1, 1, 1, 1);
  }

  public static NiftiBytes version1(ByteOrder order) {
    return new NiftiBytes(false, order);
  }

  public static NiftiBytes version2(ByteOrder order) {
    return new NiftiBytes(true, order);
  }

  /** As version 1 writes it; version 2 gets its own number. */
  public NiftiBytes magic(String magic) {
    byte[] bytes = (second ? magic.replace('1', '2') : magic).getBytes(StandardCharsets.US_ASCII);
    header.put(second ? 4 : 344, bytes);
    if (second) {
      header.put(8, new byte[] {'\r', '\n', 0x1a, '\n'});
    }
    return this;
  }

  public NiftiBytes dim(int... lengths) {
    for (int i = 0; i <= lengths.length; i++) {
      int value = i == 0 ? lengths.length : lengths[i - 1];
      if (second) {
        header.putLong(16 + 8 * i, value);
      } else {
        header.putShort(40 + 2 * i, (short) value);
      }
    }
    return this;
  }

  public NiftiBytes dataType(int code) {
    header.putShort(second ? 12 : 70, (short) code);
    return this;
  }

  /** qfac first. */
  public NiftiBytes pixdim(double... values) {
    return numbers(second ? 104 : 76, values);
  }

  public NiftiBytes voxelOffset(double offset) {
    if (second) {
      header.putLong(168, (long) offset);
    } else {
      header.putFloat(108, (float) offset);
    }
    return this;
  }

  public NiftiBytes scale(double slope, double intercept) {
    return numbers(second ? 176 : 112, slope, intercept);
  }

  public NiftiBytes units(int code) {
    if (second) {
      header.putInt(500, code);
    } else {
      header.put(123, (byte) code);
    }
    return this;
  }

  public NiftiBytes qform(int code, double b, double c, double d, double x, double y, double z) {
    return code(second ? 344 : 252, code).numbers(second ? 352 : 256, b, c, d, x, y, z);
  }

  /** Row by row. */
  public NiftiBytes sform(int code, double... rows) {
    return code(second ? 348 : 254, code).numbers(second ? 400 : 280, rows);
  }

  public NiftiBytes voxels(byte... bytes) {
    voxels = bytes;
    return this;
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(header.capacity() + voxels.length)
        .put(header.array())
        .put(voxels)
        .array();
  }

  /** The header alone, as the {@code .hdr} of a pair. */
  public byte[] headerBytes() {
    return header.array().clone();
  }

  private NiftiBytes code(int at, int code) {
    if (second) {
      header.putInt(at, code);
    } else {
      header.putShort(at, (short) code);
    }
    return this;
  }

  private NiftiBytes numbers(int at, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (second) {
        header.putDouble(at + 8 * i, values[i]);
      } else {
        header.putFloat(at + 4 * i, (float) values[i]);
      }
    }
    return this;
  }
}
