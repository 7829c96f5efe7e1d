package org.radcam.cam;

import ai.djl.ndarray.NDArray;

/**
 * Each feature map weighted by its positive gradients, each of these by {@code alpha = g^2 / (2 g^2
 * + S g^3)}, S the sum of the feature map. For g above 0 that is {@code 1 / (2 + S g)}, which needs
 * no guard against division by zero as long as S is not negative, as after a ReLU; where a network
 * has features below zero, S counts as 0 if negative. The paper's factor exp(logit), the same for
 * the whole map and beyond a float's range for large logits, is left out.
 */
final class GradCamPlusPlus implements CamMethod {
  @Override
  public String key() {
    return "grad-cam++";
  }

  @Override
  public String title() {
    return "Grad-CAM++";
  }

  @Override
  public String help() {
    return "Feature maps weighted by their positive gradients: for several separate findings.";
  }

  @Override
  public String source() {
    return "Chattopadhay A et al. Grad-CAM++: generalized gradient-based visual explanations for"
        + " deep convolutional networks. WACV 2018 (before the ReLU)";
  }

  @Override
  public NDArray map(NDArray activations, NDArray gradients) {
    try (NDArray positive = gradients.getNDArrayInternal().relu();
        NDArray sums = activations.sum(new int[] {1}, true);
        NDArray bounded = sums.getNDArrayInternal().relu();
        NDArray product = positive.mul(bounded);
        NDArray denominator = product.addi(2);
        NDArray each = positive.div(denominator);
        NDArray weights = each.sum(new int[] {1}, true);
        NDArray weighted = activations.mul(weights)) {
      return weighted.sum(new int[] {0});
    }
  }
}
