package org.radcam.stats.confusion;

/** How the intervals of shares are made. */
public enum ProportionMethod {
  /** Exact for independent cases; at least 95 %, often more. */
  CLOPPER_PEARSON,
  /** Of independent cases, on average 95 %. */
  WILSON,
  /**
   * Of whole patients; the one to report where patients have several cases. Of a share of 0 or 1
   * see {@link org.radcam.stats.ClusteredBootstrap#share}.
   */
  CLUSTERED_BOOTSTRAP
}
