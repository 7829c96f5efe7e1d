package org.radcam.network.layer;

/**
 * Where a residual block stands.
 *
 * @param axes 2 for images, 3 for volumes
 * @param inputs channels that come in
 * @param width channels of its 3x3 convolutions
 * @param stride of its first 3x3 convolution
 * @param firstDilation of its first 3x3 convolution
 * @param dilation of the others
 */
public record BlockShape(
    int axes, int inputs, int width, int stride, int firstDilation, int dilation) {
  Kernel first() {
    return new Kernel(axes, 3, stride, firstDilation);
  }

  Kernel next() {
    return new Kernel(axes, 3, 1, dilation);
  }
}
