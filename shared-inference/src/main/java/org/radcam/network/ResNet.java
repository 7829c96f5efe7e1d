package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.radcam.network.layer.BatchNorm;
import org.radcam.network.layer.BlockShape;
import org.radcam.network.layer.Conv;
import org.radcam.network.layer.ConvNorm;
import org.radcam.network.layer.Kernel;
import org.radcam.network.layer.Linear;
import org.radcam.network.layer.Pooling;
import org.radcam.network.layer.ResidualBlock;
import org.radcam.network.layer.Stage;

/**
 * A residual network for images or volumes: a convolution over 7 pixels and a maximum over 3, each
 * halving the size; stages of residual blocks, all but the first halving again or, to come to a
 * smaller feature step, dilating instead; and a {@link Head}. Parameters are named and shaped as in
 * torchvision (images; timm with squeeze-and-excitation) and MedicalNet (volumes), so that their
 * state dicts load.
 *
 * <p>The features of an H x W image are ceil(H/32) x ceil(W/32) where the feature step is 32; any
 * size from 1 x 1 works.
 */
final class ResNet extends PooledNetwork {
  private static final int BASE_WIDTH = 64;

  private final ConvNorm stem;
  private final Kernel halving;
  private final List<Stage> stages = new ArrayList<>();
  private final int featureStep;
  private final int featureChannels;

  ResNet(ResidualArchitecture architecture, ArchitectureSpec spec) {
    super(spec, architecture.axes());
    int axes = architecture.axes();
    int width = (int) Math.max(1, Math.round(BASE_WIDTH * spec.width()));
    Conv conv = add("conv1", new Conv(Kernel.of(axes, 7, 2), spec.inputChannels(), width));
    stem = new ConvNorm(conv, add("bn1", new BatchNorm(width)));
    halving = Kernel.of(axes, 3, 2);
    featureStep =
        spec.featureStep() == ArchitectureSpec.OWN_STEP
            ? architecture.featureStep()
            : spec.featureStep();
    int channels = width;
    List<StagePlan> plans =
        StagePlan.of(architecture.blocks().size(), featureStep, architecture.dilation());
    for (int i = 0; i < plans.size(); i++) {
      List<ResidualBlock> blocks = new ArrayList<>();
      for (int j = 0; j < architecture.blocks().get(i); j++) {
        StagePlan plan = plans.get(i);
        BlockShape shape =
            new BlockShape(
                axes,
                channels,
                width << i,
                j == 0 ? plan.stride() : 1,
                j == 0 ? plan.firstDilation() : plan.dilation(),
                plan.dilation());
        blocks.add(block(architecture, spec, shape));
        channels = blocks.get(j).outputs();
      }
      stages.add(add("layer" + (i + 1), new Stage(blocks)));
    }
    featureChannels = channels;
    finish("fc", new Linear(Head.inputs(channels, spec), spec.classes()));
  }

  private static ResidualBlock block(
      ResidualArchitecture architecture, ArchitectureSpec spec, BlockShape shape) {
    ResidualBlock block = architecture.block(shape);
    spec.attention().addTo(block, shape.axes());
    spec.shortcut().addTo(block);
    return block;
  }

  @Override
  public int featureChannels() {
    return featureChannels;
  }

  @Override
  NDArray extract(ParameterStore parameters, NDArray input, boolean training) {
    NDArray current;
    try (NDArray stemmed = stem.applyRelu(parameters, input, training)) {
      current = Pooling.maximum(stemmed, halving);
    }
    for (Stage stage : stages) {
      try (NDArray before = current) {
        current = stage.apply(parameters, before, training);
      }
    }
    return current;
  }

  /**
   * Every kernel has an odd size k and padding (k - 1) / 2 times its dilation, so it is centred on
   * every stride-th pixel from the first, and so are the features.
   */
  @Override
  public FeatureGrid featureGrid() {
    return new FeatureGrid(0, featureStep);
  }

  @Override
  Shape extractedShape(Shape input) {
    Shape shape = stem.outputShape(input);
    shape = halving.outputShape(shape, shape.get(1));
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
