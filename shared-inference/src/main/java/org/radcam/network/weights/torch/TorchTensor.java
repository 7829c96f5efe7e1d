package org.radcam.network.weights.torch;

import java.util.Arrays;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * A view of a storage: the value at index (i, j, ...) is the storage's number {@code offset + i *
 * stride[0] + j * stride[1] + ...}.
 *
 * @param shape sizes of the axes
 * @param stride as many
 */
record TorchTensor(
    TorchStorage storage, TensorType type, long offset, long[] shape, long[] stride) {
  /** As for safetensors. */
  private static final int MAX_AXES = 8;

  /** So many values may be made of fewer numbers, by views that repeat them: 4 MB. */
  private static final long MAX_REPEATED = 1 << 20;

  /** How many values it has; it was checked that this is a number. */
  long size() {
    long size = 1;
    for (long axis : shape) {
      size *= axis;
    }
    return size;
  }

  /** Whether its values lie one after another, so that no index need be counted. */
  boolean isContiguous() {
    long step = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && stride[axis] != step) {
        return false;
      }
      step *= shape[axis];
    }
    return true;
  }

  /**
   * Compares what it claims with what is there.
   *
   * @param bytes the storage's real length
   * @throws PickleRefusedException if shape, strides or offset are impossible, or leave the storage
   */
  void check(String name, long bytes) {
    String what = "tensor '" + name + "' of shape " + Arrays.toString(shape);
    if (shape.length > MAX_AXES || stride.length != shape.length || offset < 0) {
      throw new PickleRefusedException(what + " has impossible strides or too many axes");
    }
    long there = bytes / type.bytes();
    try {
      long size = 1;
      long last = offset;
      for (int axis = 0; axis < shape.length; axis++) {
        if (shape[axis] < 0 || stride[axis] < 0) {
          throw new PickleRefusedException(what + " has a negative size or stride");
        }
        size = Math.multiplyExact(size, shape[axis]);
        last = Math.addExact(last, Math.multiplyExact(Math.max(shape[axis] - 1, 0), stride[axis]));
      }
      if (size > 0 && last >= there) {
        throw new PickleRefusedException(
            what + " needs " + (last + 1) + " numbers, but the file has " + there + " for it");
      }
      if (size > Math.max(there, MAX_REPEATED)) {
        throw new PickleRefusedException(what + " repeats " + there + " numbers far too often");
      }
    } catch (ArithmeticException e) {
      throw new PickleRefusedException(what + " is impossibly large");
    }
  }
}
