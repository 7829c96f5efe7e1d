package org.radcam.cam;

import ai.djl.ndarray.NDArray;

/** Each activation weighted by its own gradient where that is positive. */
final class LayerCam implements CamMethod {
  @Override
  public String key() {
    return "layer-cam";
  }

  @Override
  public String title() {
    return "LayerCAM";
  }

  @Override
  public String help() {
    return "Every activation times its own positive gradient: only what speaks for the class.";
  }

  @Override
  public String source() {
    return "Jiang PT et al. LayerCAM: exploring hierarchical class activation maps for localization."
        + " IEEE Trans Image Process 2021;30:5875-5888 (before the last ReLU)";
  }

  @Override
  public NDArray map(NDArray activations, NDArray gradients) {
    try (NDArray positive = gradients.getNDArrayInternal().relu();
        NDArray weighted = activations.mul(positive)) {
      return weighted.sum(new int[] {0});
    }
  }
}
