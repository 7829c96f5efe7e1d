package org.radcam.cam;

import ai.djl.ndarray.NDArray;

/** Each activation weighted by its own gradient. */
final class HiResCam implements CamMethod {
  @Override
  public String key() {
    return "hires-cam";
  }

  @Override
  public String title() {
    return "HiResCAM";
  }

  @Override
  public String help() {
    return "Every activation times its own gradient: shows exactly what entered the logit; equals"
        + " Grad-CAM for networks that end in a mean and a linear layer.";
  }

  @Override
  public String source() {
    return "Draelos RL, Carin L. Use HiResCAM instead of Grad-CAM for faithful explanations of"
        + " convolutional neural networks. arXiv:2011.08891";
  }

  @Override
  public NDArray map(NDArray activations, NDArray gradients) {
    try (NDArray weighted = activations.mul(gradients)) {
      return weighted.sum(new int[] {0});
    }
  }
}
