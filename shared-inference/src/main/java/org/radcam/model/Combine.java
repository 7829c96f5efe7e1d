package org.radcam.model;

import java.util.List;

/** How several prepared images become a network's input. */
public enum Combine {
  /** Every image is its own channel; a single one is all of them. */
  CHANNELS,
  /** The mean of all images is every channel. */
  MEAN;

  /**
   * A network's input.
   *
   * @param images values of each image, all on one grid; at least one
   * @param channels of the network
   * @return values channel after channel
   */
  public float[] assemble(List<float[]> images, int channels) {
    int length = images.get(0).length;
    boolean one = this == MEAN || images.size() == 1;
    if (!one && images.size() != channels) {
      throw new IllegalArgumentException(images.size() + " images for " + channels + " channels");
    }
    float[] grey = one ? mean(images) : null;
    float[] values = new float[Math.multiplyExact(channels, length)];
    for (int c = 0; c < channels; c++) {
      System.arraycopy(one ? grey : images.get(c), 0, values, c * length, length);
    }
    return values;
  }

  private static float[] mean(List<float[]> images) {
    if (images.size() == 1) {
      return images.get(0);
    }
    float[] mean = new float[images.get(0).length];
    for (int n = 0; n < mean.length; n++) {
      double sum = 0;
      for (float[] image : images) {
        sum += image[n];
      }
      mean[n] = (float) (sum / images.size());
    }
    return mean;
  }
}
