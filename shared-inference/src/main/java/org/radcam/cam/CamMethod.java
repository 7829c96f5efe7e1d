package org.radcam.cam;

import ai.djl.ndarray.NDArray;

/** How activations and gradients become a class activation map. */
public interface CamMethod {
  /** The name in options and commands, such as {@code grad-cam}. */
  String key();

  /** The name for people. */
  String title();

  /** One line: what it shows and when to choose it. */
  String help();

  /** The publication and equation. */
  String source();

  /**
   * Makes the raw map: signed, and nothing clipped or scaled.
   *
   * @param activations (K, P): K feature maps, each with its P pixels or voxels in one row
   * @param gradients (K, P): the derivative of the class's logit by each activation
   * @return (P), in the same manager
   */
  NDArray map(NDArray activations, NDArray gradients);
}
