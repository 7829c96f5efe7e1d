package org.radcam.network;

import org.radcam.UserException;

/** A kind of network that can be made from a few numbers. */
public interface Architecture {
  /** The name in model cards and commands, such as {@code resnet50}. */
  String key();

  /** The name for people. */
  String title();

  /** The publication. */
  String source();

  /** 2 for a network that sees images (N, C, H, W), 3 for volumes (N, C, D, H, W). */
  int spatialAxes();

  /** Input pixels from one feature to the next, where a spec does not ask for another number. */
  int featureStep();

  /**
   * Checks whether there is such a network.
   *
   * @throws UserException if the architecture cannot have what the spec asks for, and says what
   */
  void check(ArchitectureSpec spec);

  /**
   * Makes the network, without weights: draw them or load them.
   *
   * @throws UserException as {@link #check}
   */
  FeatureNetwork create(ArchitectureSpec spec);

  /** What {@link #check} throws. */
  static UserException cannot(Architecture architecture, String have) {
    return new UserException(
        "The architecture %s (%s) cannot have %s."
            .formatted(architecture.key(), architecture.title(), have));
  }
}
