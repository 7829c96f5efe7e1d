package org.radcam.weasis;

import org.junit.jupiter.api.Assumptions;

/** Skips a test and says why; Maven's output tells only how many were skipped. */
public final class Skipped {
  private Skipped() {}

  /** Prints the reason and skips the test that runs, unless it can run here. */
  public static void unless(boolean possible, String reason) {
    if (!possible) {
      System.out.println(reason);
    }
    Assumptions.assumeTrue(possible, reason);
  }
}
