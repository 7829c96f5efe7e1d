package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.radcam.network.layer.BatchNorm;
import org.radcam.network.layer.Conv;
import org.radcam.network.layer.ConvNorm;
import org.radcam.network.layer.DenseBlock;
import org.radcam.network.layer.Fan;
import org.radcam.network.layer.Kernel;
import org.radcam.network.layer.Layer;
import org.radcam.network.layer.Linear;
import org.radcam.network.layer.Pooling;
import org.radcam.network.layer.Transition;

/**
 * A densely connected network for images, with torchvision's names and shapes: a 7x7 convolution
 * and a 3x3 maximum, each halving the size; dense blocks with a halving transition between each
 * two; a last normalisation. The features are the activations after its ReLU. Images are at least
 * 29 x 29 pixels.
 */
final class DenseNet extends PooledNetwork {
  private static final int BASE_WIDTH = 64;
  private static final int BASE_GROWTH = 32;
  private static final Kernel HALVING = Kernel.of(2, 3, 2);

  private final ConvNorm stem;
  private final List<Layer> steps = new ArrayList<>();
  private final BatchNorm last;
  private final int featureChannels;

  /**
   * @param blocks how many layers each dense block has
   */
  DenseNet(List<Integer> blocks, ArchitectureSpec spec) {
    super(spec, 2);
    int growth = scaled(BASE_GROWTH, spec);
    int channels = scaled(BASE_WIDTH, spec);
    Conv conv = new Conv(Kernel.of(2, 7, 2), spec.inputChannels(), channels, Fan.IN);
    add("features.conv0", conv);
    stem = new ConvNorm(conv, add("features.norm0", new BatchNorm(channels)));
    for (int i = 1; i <= blocks.size(); i++) {
      DenseBlock block = new DenseBlock(channels, growth, blocks.get(i - 1));
      steps.add(add("features.denseblock" + i, block));
      channels = block.outputs();
      if (i < blocks.size()) {
        steps.add(add("features.transition" + i, new Transition(channels, channels / 2)));
        channels /= 2;
      }
    }
    last = add("features.norm" + (blocks.size() + 1), new BatchNorm(channels));
    featureChannels = channels;
    finish("classifier", Linear.fromZeroBias(Head.inputs(channels, spec), spec.classes()));
  }

  private static int scaled(int channels, ArchitectureSpec spec) {
    return (int) Math.max(1, Math.round(channels * spec.width()));
  }

  @Override
  public int featureChannels() {
    return featureChannels;
  }

  @Override
  NDArray extract(ParameterStore parameters, NDArray input, boolean training) {
    NDArray current;
    try (NDArray stemmed = stem.applyRelu(parameters, input, training)) {
      current = Pooling.maximum(stemmed, HALVING);
    }
    for (Layer step : steps) {
      try (NDArray before = current) {
        current = step.apply(parameters, before, training);
      }
    }
    try (NDArray before = current;
        NDArray normed = last.apply(parameters, before, training)) {
      return normed.getNDArrayInternal().relu();
    }
  }

  /**
   * The first two halvings are centred on every second pixel from the first; a mean of 2 x 2 is
   * centred between pixels, half a step further: 0 + 4/2 + 8/2 + 16/2 = 14.
   */
  @Override
  public FeatureGrid featureGrid() {
    return new FeatureGrid(14, 32);
  }

  @Override
  Shape extractedShape(Shape input) {
    Shape shape = stem.outputShape(input);
    shape = HALVING.outputShape(shape, shape.get(1));
    for (Layer step : steps) {
      shape = step.outputShape(shape);
    }
    return shape;
  }

  @Override
  protected void fold() {
    stem.fold();
    super.fold();
  }
}
