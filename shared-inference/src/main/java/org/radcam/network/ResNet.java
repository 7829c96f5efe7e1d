package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.network.layer.BatchNorm2d;
import org.radcam.network.layer.Conv2d;
import org.radcam.network.layer.ConvNorm;
import org.radcam.network.layer.Linear;
import org.radcam.network.layer.ResidualBlock;
import org.radcam.network.layer.Stage;

/**
 * A residual network for 2D images: 7x7 convolution and 3x3 maximum, each halving the size; four
 * stages of residual blocks, the last three halving again; the mean over all pixels; a linear
 * layer. Parameters are named and shaped as in torchvision, so that its state dicts load.
 *
 * <p>The features of an H x W image are ceil(H/32) x ceil(W/32); any size from 1 x 1 works.
 */
final class ResNet extends FeatureNetwork {
  private static final int BASE_WIDTH = 64;

  private final ArchitectureSpec spec;
  private final ConvNorm stem;
  private final List<Stage> stages = new ArrayList<>();
  private final Linear classifier;
  private final int featureChannels;

  ResNet(ResNetDepth depth, ArchitectureSpec spec) {
    this.spec = spec;
    int width = (int) Math.max(1, Math.round(BASE_WIDTH * spec.width()));
    Conv2d conv = add("conv1", new Conv2d(spec.inputChannels(), width, 7, 2, 3));
    stem = new ConvNorm(conv, add("bn1", new BatchNorm2d(width)));
    int channels = width;
    for (int i = 0; i < depth.blocks().size(); i++) {
      List<ResidualBlock> blocks = new ArrayList<>();
      for (int j = 0; j < depth.blocks().get(i); j++) {
        blocks.add(depth.block(channels, width << i, i > 0 && j == 0 ? 2 : 1));
        channels = depth.outputs(width << i);
      }
      stages.add(add("layer" + (i + 1), new Stage(blocks)));
    }
    featureChannels = channels;
    classifier = add("fc", new Linear(channels, spec.classes()));
  }

  @Override
  public ArchitectureSpec spec() {
    return spec;
  }

  @Override
  public int featureChannels() {
    return featureChannels;
  }

  @Override
  public NDArray features(ParameterStore parameters, NDArray input, boolean training) {
    NDArray current;
    try (NDArray stemmed = stem.applyRelu(parameters, input, training)) {
      current = Pooling.halvingMaximum(stemmed);
    }
    for (Stage stage : stages) {
      try (NDArray before = current) {
        current = stage.apply(parameters, before, training);
      }
    }
    return current;
  }

  @Override
  public NDArray head(
      ParameterStore parameters, NDArray features, Optional<NDArray> clinical, boolean training) {
    try (NDArray pooled = features.getNDArrayInternal().globalAvgPool()) {
      if (!training || spec.dropout() == 0) {
        return classifier.apply(parameters, pooled, training);
      }
      try (NDArray thinned = dropout(pooled)) {
        return classifier.apply(parameters, thinned, true);
      }
    }
  }

  @Override
  public boolean isHeadParameter(String name) {
    return name.startsWith("fc.");
  }

  private NDArray dropout(NDArray pooled) {
    return pooled
        .getNDArrayInternal()
        .dropout(pooled, (float) spec.dropout(), true)
        .singletonOrThrow();
  }

  /**
   * Five halvings, each by a kernel of odd size k with padding (k - 1) / 2, which is centred on
   * every second pixel from the first.
   */
  @Override
  public FeatureGrid featureGrid() {
    return new FeatureGrid(0, 32);
  }

  @Override
  public Shape featureShape(Shape input) {
    Shape shape = Pooling.halved(stem.outputShape(input));
    for (Stage stage : stages) {
      shape = stage.outputShape(shape);
    }
    return shape;
  }

  @Override
  protected void fold() {
    stem.fold();
    super.fold();
  }
}
