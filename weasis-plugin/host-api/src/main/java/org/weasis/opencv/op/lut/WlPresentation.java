package org.weasis.opencv.op.lut;

public interface WlPresentation {
  boolean isPixelPadding();
}
