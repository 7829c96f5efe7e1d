package org.radcam.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.FeatureGrid;
import org.radcam.network.FeatureNetwork;

/** A network whose head is not linear, the mean of squares before the last layer. */
final class SquaresHead extends FeatureNetwork {
  private final FeatureNetwork network;

  SquaresHead(FeatureNetwork network) {
    this.network = add("network", network);
  }

  @Override
  public ArchitectureSpec spec() {
    return network.spec();
  }

  @Override
  public int spatialAxes() {
    return network.spatialAxes();
  }

  @Override
  public int featureChannels() {
    return network.featureChannels();
  }

  @Override
  public NDArray features(ParameterStore parameters, NDArray input, boolean training) {
    return network.features(parameters, input, training);
  }

  @Override
  public NDArray head(
      ParameterStore parameters, NDArray features, Optional<NDArray> clinical, boolean training) {
    return network.head(parameters, features.square(), clinical, training);
  }

  @Override
  public boolean isHeadParameter(String name) {
    return network.isHeadParameter(name);
  }

  @Override
  public FeatureGrid featureGrid() {
    return network.featureGrid();
  }

  @Override
  public Shape featureShape(Shape input) {
    return network.featureShape(input);
  }
}
