package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorEntry;

/** A habit of naming tensors, recognised by the names and shapes. */
interface NameRule {
  /**
   * Looks whether a file has this habit.
   *
   * @param tensors by name, as the rules before this one left them
   * @return what to do with them; empty if this is not their habit
   */
  Optional<Applied> recognise(Map<String, TensorEntry> tensors);
}
