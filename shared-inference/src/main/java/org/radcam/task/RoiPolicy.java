package org.radcam.task;

/** What a task does with the region that the user drew. */
public enum RoiPolicy {
  /** None is needed; one that is there only adds its scores. */
  OPTIONAL,
  /** The region drives the preparation; without one there is no answer. */
  REQUIRED
}
