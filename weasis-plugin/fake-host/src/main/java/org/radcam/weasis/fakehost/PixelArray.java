package org.radcam.weasis.fakehost;

import java.lang.reflect.Array;
import org.weasis.opencv.data.PlanarImage;

/**
 * An image in memory, as OpenCV has it: rows one after the other, the channels of a pixel together.
 * As there, an array of another type than the image's is refused.
 */
public final class PixelArray implements PlanarImage {
  /** OpenCV's depths, by number. */
  public static final int U8 = 0;

  public static final int S8 = 1;
  public static final int U16 = 2;
  public static final int S16 = 3;
  public static final int S32 = 4;
  public static final int F32 = 5;
  public static final int F64 = 6;

  private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 8};

  private final int width;
  private final int height;
  private final int channels;
  private final int depth;
  private final Object values;
  private boolean released;

  /**
   * An image of given values.
   *
   * @param values byte[], short[], int[], float[] or double[], as the depth asks for
   */
  public PixelArray(int width, int height, int channels, int depth, Object values) {
    if (Array.getLength(values) != width * height * channels) {
      throw new IllegalArgumentException("as many values as pixels and channels");
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.depth = depth;
    this.values = values;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int dims() {
    return 2;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public long elemSize() {
    return elemSize1() * channels;
  }

  @Override
  public long elemSize1() {
    return BYTES[depth];
  }

  /** As OpenCV 5 has it; OpenCV 4 shifts by three bits. */
  @Override
  public int type() {
    return depth | ((channels - 1) << 5);
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public double[] get(int row, int column) {
    double[] pixel = new double[channels];
    for (int c = 0; c < channels; c++) {
      pixel[c] = value((row * width + column) * channels + c);
    }
    return pixel;
  }

  @Override
  public int get(int row, int column, byte[] into) {
    return copy(row, column, into, depth == U8 || depth == S8);
  }

  @Override
  public int get(int row, int column, short[] into) {
    return copy(row, column, into, depth == U16 || depth == S16);
  }

  @Override
  public int get(int row, int column, int[] into) {
    return copy(row, column, into, depth == S32);
  }

  @Override
  public int get(int row, int column, float[] into) {
    return copy(row, column, into, depth == F32);
  }

  @Override
  public int get(int row, int column, double[] into) {
    return copy(row, column, into, depth == F64);
  }

  @Override
  public void release() {
    released = true;
  }

  /** Whether somebody released it: then nobody may read it. */
  public boolean released() {
    return released;
  }

  @Override
  public boolean isReleasedAfterProcessing() {
    return false;
  }

  @Override
  public void setReleasedAfterProcessing(boolean after) {
    // The test host releases nothing by itself.
  }

  @Override
  public void close() {
    release();
  }

  @Override
  public long physicalBytes() {
    return elemSize() * width * height;
  }

  /** The value of a sample, signed or not as the depth says. */
  double value(int index) {
    if (released) {
      throw new IllegalStateException("the image was released");
    }
    return switch (depth) {
      case U8 -> Byte.toUnsignedInt(((byte[]) values)[index]);
      case U16 -> Short.toUnsignedInt(((short[]) values)[index]);
      default -> ((Number) Array.get(values, index)).doubleValue();
    };
  }

  private int copy(int row, int column, Object into, boolean fits) {
    if (!fits) {
      throw new UnsupportedOperationException("Mat data type is not compatible: " + depth);
    }
    if (released) {
      throw new IllegalStateException("the image was released");
    }
    int from = (row * width + column) * channels;
    int count = Math.min(Array.getLength(into), Array.getLength(values) - from);
    System.arraycopy(values, from, into, 0, count);
    return count * BYTES[depth];
  }
}
