package org.radcam.zoo.train;

import java.util.List;

/**
 * Staged unfreezing (Howard and Ruder 2018, "Universal language model fine-tuning", section 3.3):
 * at first the head alone learns; then, from the last block backwards, one group of layers after
 * the other joins it, with a lower learning rate the earlier it stands (their "discriminative
 * fine-tuning"). A group that has not joined keeps its weights, and its batch normalisations their
 * statistics.
 *
 * @param frozenEpochs epochs of the head alone
 * @param unfreeze groups in the order in which they join, each the beginning of parameter names
 *     ({@code layer4}); {@value #REST} is whatever no other group names. What is in no group never
 *     learns
 * @param epochsEach epochs from one group's joining to the next
 * @param rateFactor learning rate of a group as a share of that of the one before it; the head has
 *     the schedule's
 */
public record Transfer(int frozenEpochs, List<String> unfreeze, int epochsEach, double rateFactor) {
  /** Stands for all layers that are named by no other group. */
  public static final String REST = "rest";

  public Transfer {
    unfreeze = List.copyOf(unfreeze);
    if (frozenEpochs < 0 || frozenEpochs > 100_000) {
      throw new IllegalArgumentException(
          "'frozenEpochs' must be between 0 and 100000, not " + frozenEpochs);
    }
    if (epochsEach < 1 || epochsEach > 100_000) {
      throw new IllegalArgumentException(
          "'epochsEach' must be between 1 and 100000, not " + epochsEach);
    }
    if (!(rateFactor > 0 && rateFactor <= 1)) {
      throw new IllegalArgumentException(
          "'rateFactor' must be above 0 and at most 1, not " + rateFactor);
    }
    if (unfreeze.stream().distinct().count() != unfreeze.size()) {
      throw new IllegalArgumentException("'unfreeze' names a group twice");
    }
  }

  /** Number of epochs before the last group joins. */
  int lastUnfreezing() {
    return unfreeze.isEmpty() ? 0 : frozenEpochs + epochsEach * (unfreeze.size() - 1);
  }

  /**
   * The group of a parameter that does not belong to the head.
   *
   * @return its number in {@link #unfreeze}, or -1 for one that never learns
   */
  int groupOf(String parameter) {
    for (int n = 0; n < unfreeze.size(); n++) {
      String group = unfreeze.get(n);
      if (parameter.equals(group) || parameter.startsWith(group + ".")) {
        return n;
      }
    }
    return unfreeze.indexOf(REST);
  }

  /** Whether a group learns in an epoch, counted from 1. */
  boolean learns(int group, int epoch) {
    return group >= 0 && epoch > frozenEpochs + epochsEach * group;
  }

  /** A group's learning rate as a share of the head's. */
  double rate(int group) {
    return Math.pow(rateFactor, group + 1);
  }
}
