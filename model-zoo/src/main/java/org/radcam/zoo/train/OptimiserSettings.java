package org.radcam.zoo.train;

/**
 * How weights follow their gradients.
 *
 * @param kind the algorithm
 * @param weightDecay pulls weights (not biases and normalisation) towards 0
 * @param momentum of {@link Kind#SGD}
 */
public record OptimiserSettings(Kind kind, double weightDecay, double momentum) {
  /** Algorithms that there are. */
  public enum Kind {
    /** Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019, algorithm 2. */
    ADAMW,
    /** Stochastic gradient descent with momentum; the decay is part of the gradient. */
    SGD
  }

  public OptimiserSettings {
    if (!(weightDecay >= 0 && weightDecay <= 10)) {
      throw new IllegalArgumentException(
          "'weightDecay' must be between 0 and 10, not " + weightDecay);
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "'momentum' must be at least 0 and below 1, not " + momentum);
    }
  }
}
