package org.radcam.network;

import java.util.List;
import org.radcam.network.layer.BasicBlock;
import org.radcam.network.layer.BlockShape;
import org.radcam.network.layer.Bottleneck;
import org.radcam.network.layer.ResidualBlock;

/**
 * A depth of residual networks, with the block that it is built from.
 *
 * @param axes 2 for images, 3 for volumes
 * @param depth layers with weights, as the publication counts them
 * @param bottleneck whether the blocks are bottlenecks
 * @param blocks how many blocks each stage has
 */
record ResidualArchitecture(int axes, int depth, boolean bottleneck, List<Integer> blocks)
    implements Architecture {
  /**
   * The five of the publication (table 1), and before them three of one basic block a stage, ours,
   * for compact models: with two, three or four stages a feature sees 51, 99 or 195 pixels, where
   * one of ResNet-18 sees 435. A feature that sees less tells better where something is.
   */
  static final List<ResidualArchitecture> IMAGES =
      List.of(
          new ResidualArchitecture(2, 6, false, List.of(1, 1)),
          new ResidualArchitecture(2, 8, false, List.of(1, 1, 1)),
          new ResidualArchitecture(2, 10, false, List.of(1, 1, 1, 1)),
          new ResidualArchitecture(2, 18, false, List.of(2, 2, 2, 2)),
          new ResidualArchitecture(2, 34, false, List.of(3, 4, 6, 3)),
          new ResidualArchitecture(2, 50, true, List.of(3, 4, 6, 3)),
          new ResidualArchitecture(2, 101, true, List.of(3, 4, 23, 3)),
          new ResidualArchitecture(2, 152, true, List.of(3, 8, 36, 3)));

  /**
   * The depths of MedicalNet up to 50, and before them a ResNet-6. The study of brain metastases (J
   * Magn Reson Imaging 2023;58(5):1624-1635), which has a 3D ResNet-6, does not describe it; ours
   * is an interpretation: two stages of one basic block each, so 1 + 4 + 1 layers with weights.
   */
  static final List<ResidualArchitecture> VOLUMES =
      List.of(
          new ResidualArchitecture(3, 6, false, List.of(1, 1)),
          new ResidualArchitecture(3, 10, false, List.of(1, 1, 1, 1)),
          new ResidualArchitecture(3, 18, false, List.of(2, 2, 2, 2)),
          new ResidualArchitecture(3, 34, false, List.of(3, 4, 6, 3)),
          new ResidualArchitecture(3, 50, true, List.of(3, 4, 6, 3)));

  ResidualBlock block(BlockShape shape) {
    return bottleneck ? new Bottleneck(shape) : new BasicBlock(shape);
  }

  Dilation dilation() {
    return axes == 2 ? Dilation.TO_THE_HOLES : Dilation.WHOLE_STAGE;
  }

  @Override
  public String key() {
    return (axes == 2 ? "resnet" : "resnet3d") + depth;
  }

  @Override
  public String title() {
    return (axes == 2 ? "ResNet-" : "3D ResNet-") + depth;
  }

  @Override
  public String source() {
    if (axes == 2) {
      return "He K, Zhang X, Ren S, Sun J. Deep residual learning for image recognition. CVPR 2016"
          + (depth < 18
              ? " (the basic block; this depth is ours)"
              : " (stride in the 3x3 convolution, as in torchvision)");
    }
    return "Hara K, Kataoka H, Satoh Y. Can spatiotemporal 3D CNNs retrace the history of 2D CNNs"
        + " and ImageNet? CVPR 2018; Chen S, Ma K, Zheng Y. Med3D: transfer learning for 3D medical"
        + " image analysis. arXiv:1904.00625"
        + (depth == 6 ? " (this depth is our interpretation: two stages of one block)" : "");
  }

  @Override
  public int spatialAxes() {
    return axes;
  }

  @Override
  public int featureStep() {
    return StagePlan.ownStep(blocks.size());
  }

  /**
   * {@inheritDoc}
   *
   * <p>A feature step smaller than its own lets as many of the last stages dilate their kernels.
   */
  @Override
  public void check(ArchitectureSpec spec) {
    if (spec.featureStep() > featureStep()) {
      throw Architecture.cannot(
          this, "a feature step of " + spec.featureStep() + "; its own is " + featureStep());
    }
  }

  @Override
  public FeatureNetwork create(ArchitectureSpec spec) {
    check(spec);
    return new ResNet(this, spec);
  }
}
