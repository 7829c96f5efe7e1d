package org.radcam.cam;

import ai.djl.ndarray.NDArray;

/** Each feature map weighted by its mean gradient. */
final class GradCam implements CamMethod {
  @Override
  public String key() {
    return "grad-cam";
  }

  @Override
  public String title() {
    return "Grad-CAM";
  }

  @Override
  public String help() {
    return "Feature maps weighted by their mean gradient; the usual choice.";
  }

  @Override
  public String source() {
    return "Selvaraju RR et al. Grad-CAM: visual explanations from deep networks via gradient-based"
        + " localization. ICCV 2017, equations 1 and 2 (before the ReLU)";
  }

  @Override
  public NDArray map(NDArray activations, NDArray gradients) {
    try (NDArray weights = gradients.mean(new int[] {1}, true);
        NDArray weighted = activations.mul(weights)) {
      return weighted.sum(new int[] {0});
    }
  }
}
