package org.radcam.tabular;

import org.radcam.network.weights.Tensor;

/** Arrays as tensors. */
final class Tensors {
  private Tensors() {}

  static Tensor scalar(float value) {
    return new Tensor(new long[0], new float[] {value});
  }

  static Tensor vector(float[] values) {
    return new Tensor(new long[] {values.length}, values);
  }

  /** Whole numbers up to 2^24 are exact in single precision. */
  static Tensor vector(int[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = values[i];
    }
    return vector(floats);
  }

  static Tensor matrix(float[][] rows, int columns) {
    float[] values = new float[Math.multiplyExact(rows.length, columns)];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return new Tensor(new long[] {rows.length, columns}, values);
  }
}
