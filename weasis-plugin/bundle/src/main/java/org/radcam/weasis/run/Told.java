package org.radcam.weasis.run;

import java.awt.EventQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener on the event dispatch thread, from any thread, without ever waiting for it.
 *
 * <ul>
 *   <li>What ends the work is told once; nothing comes after it.
 *   <li>Of several reports that the event dispatch thread has not come to, only the last is told:
 *       reading reports every slice.
 *   <li>A fault of the listener harms neither the viewer nor the work.
 * </ul>
 */
final class Told {
  private static final Logger LOG = LoggerFactory.getLogger(Told.class);

  private final Listener listener;
  private boolean ended;
  private Runnable next;

  Told(Listener listener) {
    this.listener = listener;
  }

  void waiting(int before) {
    report(() -> listener.waiting(before));
  }

  void progress(double fraction, String message) {
    report(() -> listener.progress(fraction, message));
  }

  void answered(Answer answer) {
    end(() -> listener.answered(answer));
  }

  void failed(String message) {
    end(() -> listener.failed(message));
  }

  void cancelled() {
    end(listener::cancelled);
  }

  private synchronized void report(Runnable call) {
    if (ended) {
      return;
    }
    // Posted before it is noted: posting may find no memory.
    if (next == null) {
      EventQueue.invokeLater(() -> safely(take()));
    }
    next = call;
  }

  private synchronized Runnable take() {
    Runnable call = next;
    next = null;
    return ended ? () -> {} : call;
  }

  private synchronized void end(Runnable call) {
    if (!ended) {
      EventQueue.invokeLater(() -> safely(call));
      ended = true;
    }
  }

  private static void safely(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("The panel could not show how a classification goes: {}", Failure.traceOf(e));
    }
  }
}
