package org.radcam.cam;

import java.util.Arrays;
import org.radcam.network.FeatureGrid;

/**
 * A class activation map on the grid of the features: signed, in units of the class's logit,
 * nothing clipped or scaled. For Grad-CAM on a network that ends in a mean and a linear layer, its
 * sum is the logit without the bias.
 *
 * @param values row by row, slice by slice
 * @param shape (h, w) or (d, h, w)
 * @param grid where its values lie on the network's input
 */
public record RawMap(float[] values, int[] shape, FeatureGrid grid) {
  public RawMap {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill a map of shape " + Arrays.toString(shape));
    }
  }
}
