package org.radcam.weasis.panel;

import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.radcam.UserException;
import org.radcam.weasis.panel.state.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the panel's slow work (looking models up, writing files) on a thread of its own, one piece
 * after the other, and tells the outcome on the event dispatch thread. The thread ends with the
 * panel, so that nothing of the plugin stays when it is removed.
 */
final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  /** An idle thread ends by itself, even if nobody closes this. */
  private static final int IDLE_SECONDS = 5;

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Background::thread);

  Background() {
    worker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "RadCAM panel");
    thread.setDaemon(true);
    thread.setContextClassLoader(Background.class.getClassLoader());
    return thread;
  }

  /** Written and read on the event dispatch thread. */
  private boolean closed;

  /**
   * Does work.
   *
   * @param done is told what came of it
   * @param failed is told why nothing came of it, in the user's words
   */
  <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    if (closed) {
      return;
    }
    worker.execute(
        () -> {
          try {
            T outcome = work.call();
            tell(() -> hand(outcome, done, failed));
          } catch (Exception | LinkageError | OutOfMemoryError problem) {
            String why = sentence(problem);
            tell(() -> failed.accept(why));
          }
        });
  }

  /** Whoever takes the outcome may fail too, for example because a view is gone. */
  private static <T> void hand(T outcome, Consumer<T> done, Consumer<String> failed) {
    try {
      done.accept(outcome);
    } catch (RuntimeException | LinkageError | OutOfMemoryError problem) {
      failed.accept(sentence(problem));
    }
  }

  private void tell(Runnable news) {
    SwingUtilities.invokeLater(
        () -> {
          if (!closed) {
            news.run();
          }
        });
  }

  /** Messages may hold names of patients or folders: only the kind goes to the log. */
  private static String sentence(Throwable problem) {
    if (problem instanceof UserException) {
      return problem.getMessage();
    }
    LOG.warn("The panel's work failed: {}", problem.getClass().getName());
    if (problem instanceof OutOfMemoryError) {
      return Messages.text("failed.memory");
    }
    if (problem instanceof java.io.IOException) {
      return Messages.text("failed.file", problem.getMessage());
    }
    return Messages.text("failed.other", problem.getClass().getSimpleName());
  }

  @Override
  public void close() {
    closed = true;
    worker.shutdownNow();
  }
}
