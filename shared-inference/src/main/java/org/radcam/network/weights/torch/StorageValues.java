package org.radcam.network.weights.torch;

import java.nio.ByteBuffer;
import org.radcam.network.weights.FloatFormat;
import org.radcam.network.weights.pickle.PickleRefusedException;

/** Makes 32-bit floats of a tensor's values, in row-major order. */
final class StorageValues {
  /** Doubles hold every whole number up to here. */
  private static final long MAX_WHOLE = 1L << 53;

  private StorageValues() {}

  /**
   * Copies a tensor's values.
   *
   * @param name for messages
   * @param storage the whole storage; it was checked that the tensor lies within
   * @param floats gets them from its position
   * @throws PickleRefusedException if one is beyond 32-bit floats
   */
  static void copy(String name, TorchTensor tensor, ByteBuffer storage, ByteBuffer floats) {
    long size = tensor.size();
    if (tensor.isContiguous()) {
      for (long n = 0; n < size; n++) {
        floats.putFloat(value(name, tensor, storage, tensor.offset() + n));
      }
      return;
    }
    int axes = tensor.shape().length;
    long[] index = new long[axes];
    long at = tensor.offset();
    for (long n = 0; n < size; n++) {
      floats.putFloat(value(name, tensor, storage, at));
      for (int axis = axes - 1; axis >= 0; axis--) {
        at += tensor.stride()[axis];
        if (++index[axis] < tensor.shape()[axis]) {
          break;
        }
        at -= tensor.stride()[axis] * index[axis];
        index[axis] = 0;
      }
    }
  }

  private static float value(String name, TorchTensor tensor, ByteBuffer storage, long element) {
    // Storages have at most 2 GB.
    int at = (int) (element * tensor.type().bytes());
    return switch (tensor.type()) {
      case F32 -> storage.getFloat(at);
      case F16 -> FloatFormat.halfToFloat(storage.getShort(at));
      case BF16 -> FloatFormat.bfloat16ToFloat(storage.getShort(at));
      case F64 -> narrow(name, storage.getDouble(at));
      case I64 -> whole(name, storage.getLong(at));
      case I32 -> whole(name, storage.getInt(at));
      case I16 -> storage.getShort(at);
      case I8 -> storage.get(at);
      case U8 -> storage.get(at) & 0xFF;
      case BOOL -> storage.get(at) == 0 ? 0 : 1;
      default ->
          throw new PickleRefusedException(
              "tensor '" + name + "' holds " + tensor.type() + " numbers, which are not read");
    };
  }

  private static float narrow(String name, double value) {
    float narrow = (float) value;
    if (Float.isInfinite(narrow) && Double.isFinite(value)) {
      throw new PickleRefusedException(
          "tensor '" + name + "' holds " + value + ", which is beyond 32-bit floats");
    }
    return narrow;
  }

  private static float whole(String name, long value) {
    float real = value;
    if (value > MAX_WHOLE || value < -MAX_WHOLE || (long) real != value) {
      throw new PickleRefusedException(
          "tensor '" + name + "' holds the whole number " + value + ", which 32-bit floats lack");
    }
    return real;
  }
}
