package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorEntry;

/**
 * The 3D ResNets of MedicalNet (Chen et al., arXiv:1904.00625) and of 3D-ResNets-PyTorch (Hara et
 * al., CVPR 2018). Their names are ours; MedicalNet's have no classifier, but may have a head for
 * segmentation, {@code conv_seg}.
 */
final class MedicalNet implements NameRule {
  private static final int AXES_OF_3D_KERNELS = 5;

  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    TensorEntry first = tensors.get("conv1.weight");
    if (first == null || first.shape().length != AXES_OF_3D_KERNELS) {
      return Optional.empty();
    }
    boolean segments = tensors.keySet().stream().anyMatch(MedicalNet::isSegmentation);
    return Optional.of(
        new Applied(
            "the 3D names of MedicalNet and 3D-ResNets (MedicalNet's own networks dilate: give"
                + " --feature-step 8)"
                + (segments ? "; the segmentation head conv_seg is left out" : ""),
            name -> isSegmentation(name) ? Optional.empty() : Optional.of(name),
            Optional.empty()));
  }

  private static boolean isSegmentation(String name) {
    return name.startsWith("conv_seg.");
  }
}
