package org.radcam.stats.confusion;

/**
 * How figures of classes become one (Sokolova and Lapalme, Inf Process Manag 2009;45:427, table 3).
 */
public enum Average {
  /** The mean over the classes. */
  MACRO,
  /** Of the counts of all classes together. */
  MICRO,
  /** The mean over the classes, weighted by how many cases each truly has. */
  WEIGHTED
}
