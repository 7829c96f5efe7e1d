package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorEntry;

/**
 * The public reimplementation of CheXNet (github.com/arnoweng/CheXNet): torchvision's DenseNet-121
 * as {@code densenet121}, whose classifier is a list of a linear layer, {@code classifier.0}, and a
 * sigmoid.
 */
final class CheXNet implements NameRule {
  private static final String NETWORK = "densenet121.";
  private static final String LINEAR = "classifier.0.";

  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    if (tensors.isEmpty()
        || !tensors.keySet().stream().allMatch(name -> name.startsWith(NETWORK))) {
      return Optional.empty();
    }
    return Optional.of(
        new Applied(
            "CheXNet's names, densenet121 and classifier.0; each output is a sigmoid of its own",
            name -> Optional.of(rename(name.substring(NETWORK.length()))),
            Optional.of(
                new InputScaling(
                    0.449,
                    0.226,
                    "CheXNet, which takes ImageNet's statistics (here their mean)"))));
  }

  private static String rename(String name) {
    return name.startsWith(LINEAR) ? "classifier." + name.substring(LINEAR.length()) : name;
  }
}
