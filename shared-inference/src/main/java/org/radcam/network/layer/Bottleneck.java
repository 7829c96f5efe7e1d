package org.radcam.network.layer;

/**
 * 1x1, 3x3 and 1x1 convolutions, the middle ones a quarter as wide: the block of ResNet-50 and
 * deeper. The stride is in the 3x3 convolution, as torchvision and MedicalNet have it (the paper
 * has it in the first 1x1).
 */
public final class Bottleneck extends ResidualBlock {
  /** How much wider a block's output is than its middle. */
  private static final int EXPANSION = 4;

  public Bottleneck(BlockShape shape) {
    super(shape, EXPANSION * shape.width());
    convolve(new Conv(Kernel.point(shape.axes()), shape.inputs(), shape.width()));
    convolve(new Conv(shape.first(), shape.width(), shape.width()));
    convolve(new Conv(Kernel.point(shape.axes()), shape.width(), outputs()));
  }
}
