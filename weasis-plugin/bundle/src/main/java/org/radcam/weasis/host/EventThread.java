package org.radcam.weasis.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs things on the event dispatch thread, without ever throwing or waiting without end. */
final class EventThread {
  private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);

  private EventThread() {}

  /** Runs it there soon; what goes wrong is logged. */
  static void later(Runnable work) {
    SwingUtilities.invokeLater(() -> safely(work));
  }

  /**
   * Runs it there, and waits until it is done; at once if this is that thread.
   *
   * @return whether it was done in that time; if not, it will be, unless that thread hangs
   */
  static boolean within(long milliseconds, Runnable work) {
    if (SwingUtilities.isEventDispatchThread()) {
      safely(work);
      return true;
    }
    CountDownLatch done = new CountDownLatch(1);
    SwingUtilities.invokeLater(
        () -> {
          safely(work);
          done.countDown();
        });
    try {
      return done.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Runs it here; an exception must not get into the viewer, nor that memory is short or a class
   * gone. Messages may hold names: no log.
   *
   * @return whether it went well
   */
  static boolean safely(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      StackTraceElement[] trace = e.getStackTrace();
      LOG.error(
          "RadCAM's part of the viewer failed: {} at {}",
          e.getClass().getName(),
          trace.length == 0 ? "an unknown place" : trace[0]);
      return false;
    }
  }
}
