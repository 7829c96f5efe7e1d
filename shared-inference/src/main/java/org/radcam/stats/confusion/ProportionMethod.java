package org.radcam.stats.confusion;

/** How the intervals of shares are made. */
public enum ProportionMethod {
  /** Exact for independent cases; at least 95 %, often more. */
  CLOPPER_PEARSON,
  /** Of independent cases, on average 95 %. */
  WILSON,
  /** Of whole patients; the one to report where patients have several cases. */
  CLUSTERED_BOOTSTRAP
}
