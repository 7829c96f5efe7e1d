package org.radcam.network.layer;

/** Two 3x3 convolutions, the first with the stride: the block of ResNet-18 and 34. */
public final class BasicBlock extends ResidualBlock {
  public BasicBlock(int inputs, int outputs, int stride) {
    convolve(new Conv2d(inputs, outputs, 3, stride, 1));
    convolve(new Conv2d(outputs, outputs, 3, 1, 1));
    shortcut(inputs, outputs, stride);
  }
}
