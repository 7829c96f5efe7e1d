package org.radcam.network;

import java.util.List;
import org.radcam.network.layer.BasicBlock;
import org.radcam.network.layer.Bottleneck;
import org.radcam.network.layer.ResidualBlock;

/**
 * A depth of residual networks, with the block that it is built from.
 *
 * @param depth layers with weights, as the publication counts them
 * @param bottleneck whether the blocks are bottlenecks
 * @param blocks how many blocks each of the four stages has
 */
record ResNetDepth(int depth, boolean bottleneck, List<Integer> blocks) implements Architecture {
  /** The five of the publication (table 1). */
  static final List<ResNetDepth> PUBLISHED =
      List.of(
          new ResNetDepth(18, false, List.of(2, 2, 2, 2)),
          new ResNetDepth(34, false, List.of(3, 4, 6, 3)),
          new ResNetDepth(50, true, List.of(3, 4, 6, 3)),
          new ResNetDepth(101, true, List.of(3, 4, 23, 3)),
          new ResNetDepth(152, true, List.of(3, 8, 36, 3)));

  /** The channels that leave a block of that width. */
  int outputs(int width) {
    return bottleneck ? Bottleneck.EXPANSION * width : width;
  }

  ResidualBlock block(int inputs, int width, int stride) {
    return bottleneck
        ? new Bottleneck(inputs, width, stride)
        : new BasicBlock(inputs, width, stride);
  }

  @Override
  public String key() {
    return "resnet" + depth;
  }

  @Override
  public String title() {
    return "ResNet-" + depth;
  }

  @Override
  public String source() {
    return "He K, Zhang X, Ren S, Sun J. Deep residual learning for image recognition. CVPR 2016"
        + " (stride in the 3x3 convolution, as in torchvision)";
  }

  @Override
  public FeatureNetwork create(ArchitectureSpec spec) {
    return new ResNet(this, spec);
  }
}
