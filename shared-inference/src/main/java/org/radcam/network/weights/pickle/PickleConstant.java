package org.radcam.network.weights.pickle;

/** Values of a pickle that have no content of interest here. */
public enum PickleConstant {
  /** Python's {@code None}. */
  NONE,
  /** Something harmless that weights do not need, such as bytes, a set, or a date: not kept. */
  OPAQUE
}
