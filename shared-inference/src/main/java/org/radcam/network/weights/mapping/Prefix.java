package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorEntry;

/**
 * A prefix that every name has, such as {@code module.} of a network that was trained on several
 * GPUs. A prefix that only some have is no prefix: the tensors then do not fit, and are listed.
 */
record Prefix(String prefix) implements NameRule {
  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    if (tensors.isEmpty() || !tensors.keySet().stream().allMatch(name -> name.startsWith(prefix))) {
      return Optional.empty();
    }
    return Optional.of(
        Applied.renaming(
            "every name begins with '" + prefix + "', which is taken off",
            name -> name.substring(prefix.length())));
  }
}
