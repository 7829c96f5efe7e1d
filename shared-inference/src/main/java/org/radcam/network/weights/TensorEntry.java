package org.radcam.network.weights;

import java.util.Arrays;

/**
 * One tensor's line in a safetensors header.
 *
 * @param name the tensor
 * @param type how its values are stored
 * @param shape sizes of the axes
 * @param begin first byte in the data section
 * @param end one past its last byte
 */
public record TensorEntry(String name, TensorType type, long[] shape, long begin, long end) {
  /** How many values it has. */
  public long size() {
    return (end - begin) / type.bytes();
  }

  String shapeText() {
    return Arrays.toString(shape);
  }
}
