package org.radcam.classify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer of one stage of a cascade, or of one of several networks that answer the same
 * question.
 *
 * @param key the stage, or the network's image ({@link org.radcam.model.Stage#keyOf})
 * @param question what it asks
 * @param branches its branches' scores, in their order
 * @param heatMap where the evidence for the explained class's branch lies; empty where none was
 *     asked for, or the stage is not about that class. On the grid of the reference image; of a
 *     network that has an image of its own, on that image's
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
