package org.radcam.network.layer;

/** Two 3x3 convolutions, the first with the stride: the block of ResNet-18 and 34. */
public final class BasicBlock extends ResidualBlock {
  public BasicBlock(BlockShape shape) {
    super(shape, shape.width());
    convolve(new Conv(shape.first(), shape.inputs(), shape.width()));
    convolve(new Conv(shape.next(), shape.width(), shape.width()));
  }
}
