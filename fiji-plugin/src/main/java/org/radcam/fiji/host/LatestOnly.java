package org.radcam.fiji.host;

import java.util.concurrent.Executor;

/**
 * Does work that is asked for faster than it can be done, away from the thread that asks: one piece
 * at a time, and of those that wait only the last. A slider moved over a large image needs this,
 * lest the whole window stand still.
 */
public final class LatestOnly {
  private final Executor executor;
  private Runnable next;
  private boolean running;

  /**
   * @param executor runs the work on another thread
   */
  public LatestOnly(Executor executor) {
    this.executor = executor;
  }

  /** Does this as soon as the work at hand is done, unless something newer comes first. */
  public synchronized void submit(Runnable work) {
    next = work;
    if (!running) {
      running = true;
      executor.execute(this::drain);
    }
  }

  /** Drops what waits, and returns when the work at hand is done. */
  public synchronized void settle() {
    next = null;
    boolean interrupted = false;
    while (running) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain() {
    for (Runnable work = take(); work != null; work = take()) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        stop();
        throw e;
      }
    }
  }

  private synchronized Runnable take() {
    Runnable work = next;
    next = null;
    if (work == null) {
      stop();
    }
    return work;
  }

  private synchronized void stop() {
    running = false;
    notifyAll();
  }
}
