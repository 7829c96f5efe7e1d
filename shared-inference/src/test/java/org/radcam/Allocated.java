package org.radcam;

import java.lang.management.ManagementFactory;

/** Counts what a piece of work allocates: unlike its time, that is the same on every machine. */
public final class Allocated {
  private Allocated() {}

  /** Work that may throw. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Bytes that this thread allocates for some work. */
  public static long bytesOf(Work work) throws Exception {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
