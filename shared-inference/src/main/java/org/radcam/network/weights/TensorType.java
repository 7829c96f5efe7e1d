package org.radcam.network.weights;

import java.util.Arrays;
import java.util.Optional;

/**
 * The number formats of the safetensors format; some are only known, so that they can be skipped.
 */
public enum TensorType {
  F32(4, true),
  F16(2, true),
  BF16(2, true),
  F64(8, false),
  I64(8, false),
  I32(4, false),
  I16(2, false),
  I8(1, false),
  U64(8, false),
  U32(4, false),
  U16(2, false),
  U8(1, false),
  BOOL(1, false),
  F8_E5M2(1, false),
  F8_E4M3(1, false);

  private final int bytes;
  private final boolean readable;

  TensorType(int bytes, boolean readable) {
    this.bytes = bytes;
    this.readable = readable;
  }

  /** Bytes of one value. */
  public int bytes() {
    return bytes;
  }

  /** Whether values of this type can be read here. */
  public boolean readable() {
    return readable;
  }

  static Optional<TensorType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
