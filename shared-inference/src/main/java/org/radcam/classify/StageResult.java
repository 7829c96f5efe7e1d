package org.radcam.classify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer of one stage of a cascade.
 *
 * @param key the stage
 * @param question what it asks
 * @param branches its branches' scores, in their order
 * @param heatMap where the evidence for the explained class's branch lies; empty where none was
 *     asked for, or the stage is not about that class
 */
public record StageResult(
    String key, String question, List<BranchScore> branches, Optional<HeatMap> heatMap) {
  public StageResult {
    branches = List.copyOf(branches);
  }

  /** The branch of highest logit; the first of those that tie. */
  public BranchScore predicted() {
    return branches.stream().max(Comparator.comparingDouble(BranchScore::logit)).orElseThrow();
  }
}
