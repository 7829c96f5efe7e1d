package org.radcam.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * Attention to channels, then to places (Woo, Park, Lee and Kweon 2018, "CBAM: convolutional block
 * attention module", equation 1), with the names of its authors' code: {@code ChannelGate}, {@code
 * SpatialGate}.
 */
public final class Cbam extends Layer {
  private final ChannelGate channels;
  private final SpatialGate places;

  /**
   * @param axes 2 for images, 3 for volumes
   */
  public Cbam(int axes, int channels) {
    this.channels = add("ChannelGate", new ChannelGate(channels));
    this.places = add("SpatialGate", new SpatialGate(axes));
  }

  @Override
  public NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    try (NDArray weighed = channels.apply(parameters, input, training)) {
      return places.apply(parameters, weighed, training);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }
}
