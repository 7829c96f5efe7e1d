package org.radcam.network.weights.mapping;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule does to the names of a file.
 *
 * @param report what was recognised, for the user
 * @param rename from a name in the file to ours; empty for a tensor that is not needed
 * @param scaling what such weights want of their input, where that is known
 */
record Applied(
    String report, Function<String, Optional<String>> rename, Optional<InputScaling> scaling) {
  static Applied renaming(String report, Function<String, String> rename) {
    return new Applied(report, name -> Optional.of(rename.apply(name)), Optional.empty());
  }
}
