package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcam.network.weights.TensorEntry;

/**
 * DenseNets before torchvision 0.2: {@code denselayer1.norm.1.weight} is now {@code
 * denselayer1.norm1.weight}.
 */
final class OldDenseNet implements NameRule {
  private static final Pattern OLD =
      Pattern.compile("(.*denselayer\\d+\\.(?:norm|conv))\\.([12]\\.[a-z_]+)");

  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    if (tensors.keySet().stream().noneMatch(name -> OLD.matcher(name).matches())) {
      return Optional.empty();
    }
    return Optional.of(
        Applied.renaming(
            "a DenseNet's old names, such as norm.1 for norm1",
            name -> OLD.matcher(name).replaceFirst("$1$2")));
  }
}
