package org.weasis.opencv.data;

public interface ImageSize {
  long physicalBytes();
}
