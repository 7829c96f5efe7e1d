package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorEntry;

/**
 * The DenseNet-121s of TorchXRayVision (Cohen et al., MIDL 2022): torchvision's names, one input
 * channel of -1024 to 1024, 18 outputs, and operating points {@code op_threshs}, by which that
 * library rescales its probabilities. Here they are not rescaled.
 */
final class TorchXRayVision implements NameRule {
  private static final String POINTS = "op_threshs";
  private static final long OUTPUTS = 18;

  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    TensorEntry first = tensors.get("features.conv0.weight");
    TensorEntry last = tensors.get("classifier.weight");
    boolean shaped = hasAxis(first, 1, 1) && hasAxis(last, 0, OUTPUTS);
    if (first == null || !(shaped || tensors.containsKey(POINTS))) {
      return Optional.empty();
    }
    return Optional.of(
        new Applied(
            "TorchXRayVision's names; each output is a sigmoid of its own, and is not rescaled by "
                + POINTS,
            name -> name.equals(POINTS) ? Optional.empty() : Optional.of(name),
            Optional.of(
                new InputScaling(
                    0.5, 1.0 / 2048, "TorchXRayVision, whose input is -1024 to 1024"))));
  }

  private static boolean hasAxis(TensorEntry tensor, int axis, long size) {
    return tensor != null && tensor.shape().length > axis && tensor.shape()[axis] == size;
  }
}
