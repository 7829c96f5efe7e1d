package org.weasis.opencv.data;

public interface PlanarImage extends ImageSize, AutoCloseable {
  int channels();

  int dims();

  int depth();

  long elemSize();

  long elemSize1();

  int type();

  int height();

  int width();

  double[] get(int value, int value2);

  int get(int value, int value2, byte[] bytes);

  int get(int value, int value2, short[] values);

  int get(int value, int value2, int[] values);

  int get(int value, int value2, float[] values);

  int get(int value, int value2, double[] values);

  void release();

  boolean isReleasedAfterProcessing();

  void setReleasedAfterProcessing(boolean flag);

  void close();
}
