package org.radcam.weasis.run;

/** The right to call off what was submitted. */
@FunctionalInterface
public interface Ticket {

  /**
   * Calls it off, whether it waits or runs; its listener is told at once. A network that computes
   * cannot be stopped: it ends unheard, and only then the next one begins. Does nothing where it
   * has ended. From any thread.
   */
  void cancel();
}
