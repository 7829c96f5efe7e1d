package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.radcam.network.layer.Linear;

/** A network whose {@link Head} takes the mean of the features over all places. */
abstract class PooledNetwork extends FeatureNetwork {
  private final ArchitectureSpec spec;
  private final int axes;
  private String headName;
  private Head head;

  /**
   * @param axes 2 for images, 3 for volumes
   */
  PooledNetwork(ArchitectureSpec spec, int axes) {
    this.spec = spec;
    this.axes = axes;
  }

  /**
   * Closes the construction with the last layer.
   *
   * @param linear from {@link Head#inputs} to the classes
   */
  protected final void finish(String name, Linear linear) {
    headName = name;
    head = new Head(add(name, linear), spec);
  }

  /** What {@link #features} does with an input of the right axes and channels. */
  abstract NDArray extract(ParameterStore parameters, NDArray input, boolean training);

  /** What {@link #featureShape} says of an input of the right axes and channels. */
  abstract Shape extractedShape(Shape input);

  @Override
  public final ArchitectureSpec spec() {
    return spec;
  }

  @Override
  public final int spatialAxes() {
    return axes;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the input has other axes or channels than the network, or
   *     is too small for it
   */
  @Override
  public final NDArray features(ParameterStore parameters, NDArray input, boolean training) {
    featureShape(input.getShape());
    return extract(parameters, input, training);
  }

  @Override
  public final Shape featureShape(Shape input) {
    if (input.dimension() != axes + 2 || input.get(1) != spec.inputChannels()) {
      throw new IllegalArgumentException(
          "The network %s takes %s with C = %d, not %s"
              .formatted(
                  spec.key(),
                  axes == 2 ? "(N, C, H, W)" : "(N, C, D, H, W)",
                  spec.inputChannels(),
                  input));
    }
    return extractedShape(input);
  }

  @Override
  public final NDArray head(
      ParameterStore parameters, NDArray features, Optional<NDArray> clinical, boolean training) {
    return head.apply(parameters, features, clinical, training);
  }

  @Override
  public final NDArray classMaps(ParameterStore parameters, NDArray features, boolean training) {
    return head.maps(parameters, features, training);
  }

  @Override
  public final boolean isHeadParameter(String name) {
    return name.startsWith(headName + ".");
  }
}
