package org.radcam.zoo.train;

import java.util.Optional;

/**
 * How networks learn from their cases.
 *
 * @param optimiser how weights follow gradients
 * @param schedule length and learning rate
 * @param transfer which parts rest, and for how long, where a training begins from given weights;
 *     empty where everything learns from the first step
 * @param precision in which numbers a network computes while it learns
 * @param labelSmoothing share of the target that is spread evenly over all classes (Szegedy et al.,
 *     CVPR 2016, section 7)
 * @param guidance how much the place of the evidence counts beside the class, see {@link Guidance};
 *     0 for not at all
 * @param balance how much each case counts
 * @param stopping early stopping; empty where every training takes all epochs and keeps its last
 *     weights
 */
public record Learning(
    OptimiserSettings optimiser,
    Schedule schedule,
    Optional<Transfer> transfer,
    Precision precision,
    double labelSmoothing,
    double guidance,
    Balance balance,
    Optional<EarlyStopping> stopping) {
  /** Where no network learns; cases are still taken so many at a time. */
  static final Learning NOTHING =
      new Learning(
          new OptimiserSettings(OptimiserSettings.Kind.ADAMW, 0, 0),
          new Schedule(1, 16, 1e-3, 0),
          Optional.empty(),
          Precision.FLOAT32,
          0,
          0,
          Balance.CLASS,
          Optional.empty());

  public Learning {
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "'labelSmoothing' must be at least 0 and below 1, not " + labelSmoothing);
    }
    if (!(guidance >= 0 && guidance <= 10)) {
      throw new IllegalArgumentException("'guidance' must be between 0 and 10, not " + guidance);
    }
    if (transfer.isPresent() && transfer.get().lastUnfreezing() >= schedule.epochs()) {
      throw new IllegalArgumentException(
          "'transfer' unfreezes in epoch "
              + (transfer.get().lastUnfreezing() + 1)
              + ", but there are only "
              + schedule.epochs()
              + " epochs");
    }
  }
}
