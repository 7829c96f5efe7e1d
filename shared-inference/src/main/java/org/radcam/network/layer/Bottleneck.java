package org.radcam.network.layer;

/**
 * 1x1, 3x3 and 1x1 convolutions, the middle ones a quarter as wide: the block of ResNet-50 and
 * deeper. The stride is in the 3x3 convolution, as torchvision has it (the paper has it in the
 * first 1x1).
 */
public final class Bottleneck extends ResidualBlock {
  /** How much wider a block's output is than its middle. */
  public static final int EXPANSION = 4;

  public Bottleneck(int inputs, int middle, int stride) {
    int outputs = EXPANSION * middle;
    convolve(new Conv2d(inputs, middle, 1, 1, 0));
    convolve(new Conv2d(middle, middle, 3, stride, 1));
    convolve(new Conv2d(middle, outputs, 1, 1, 0));
    shortcut(inputs, outputs, stride);
  }
}
