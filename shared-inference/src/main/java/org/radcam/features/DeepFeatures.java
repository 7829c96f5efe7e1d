package org.radcam.features;

import org.radcam.model.FeatureModelSpec;

/**
 * The deep features of an image: the mean of each of a network's last feature maps over all places
 * (global average pooling), named {@code deep_0}, {@code deep_1} ... in the order of the channels.
 */
public final class DeepFeatures {
  private DeepFeatures() {}

  /**
   * The means of one image's feature maps.
   *
   * @param values of the maps, channel by channel
   * @param channels how many there are
   */
  public static double[] pooled(float[] values, int channels) {
    int places = values.length / channels;
    double[] means = new double[channels];
    for (int k = 0; k < channels; k++) {
      double sum = 0;
      for (int at = k * places; at < (k + 1) * places; at++) {
        sum += values[at];
      }
      means[k] = sum / places;
    }
    return means;
  }

  /** The channel that a feature's name tells; -1 for the name of another kind of feature. */
  public static int channel(String name) {
    return name.matches(FeatureModelSpec.DEEP + "(0|[1-9][0-9]{0,5})")
        ? Integer.parseInt(name.substring(FeatureModelSpec.DEEP.length()))
        : -1;
  }
}
