package org.radcam.zoo.train;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.radcam.Progress;

/** Prints each message once, and cancels when the program is asked to stop (Ctrl-C). */
final class ConsoleProgress implements Progress {
  /**
   * Time for the step in hand to end and its files to be closed. A program that ends while PyTorch
   * computes may crash on its way out, and a step of a large network takes its time.
   */
  private static final long PATIENCE_SECONDS = 120;

  private final PrintWriter terminal;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread stopper = new Thread(this::stop, "radcam-stop");
  private volatile boolean cancelled;
  private String last = "";
  private double furthest;

  ConsoleProgress(PrintWriter terminal) {
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  @Override
  public synchronized void report(double fraction, String message) {
    if (!message.equals(last)) {
      last = message;
      if (!Double.isNaN(fraction)) {
        furthest = fraction;
      }
      terminal.printf("[%3.0f %%] %s%n", 100 * furthest, message);
      terminal.flush();
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  private void stop() {
    cancelled = true;
    terminal.println("Stopping as soon as the step in hand is done ...");
    terminal.flush();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has said its last word: the program may end. */
  void close() {
    ended.countDown();
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(stopper);
    }
  }
}
