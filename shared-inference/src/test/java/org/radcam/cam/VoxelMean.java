package org.radcam.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.FeatureGrid;
import org.radcam.network.FeatureNetwork;

/** A network with given 3D features, whose logits are the means of their channels. */
final class VoxelMean extends FeatureNetwork {
  private final NDArray features;

  VoxelMean(NDArray features) {
    this.features = features;
  }

  @Override
  public ArchitectureSpec spec() {
    return ArchitectureSpec.of("voxel-mean", 1, featureChannels());
  }

  @Override
  public int spatialAxes() {
    return 3;
  }

  @Override
  public int featureChannels() {
    return (int) features.getShape().get(1);
  }

  @Override
  public NDArray features(ParameterStore parameters, NDArray input, boolean training) {
    NDArray copy = features.duplicate();
    copy.attach(input.getManager());
    return copy;
  }

  @Override
  public NDArray head(
      ParameterStore parameters, NDArray volume, Optional<NDArray> clinical, boolean training) {
    return volume.getNDArrayInternal().globalAvgPool();
  }

  @Override
  public boolean isHeadParameter(String name) {
    return false;
  }

  @Override
  public FeatureGrid featureGrid() {
    return new FeatureGrid(0, 1);
  }

  @Override
  public Shape featureShape(Shape input) {
    return features.getShape();
  }
}
