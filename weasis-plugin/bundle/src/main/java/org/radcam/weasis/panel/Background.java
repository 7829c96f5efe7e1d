package org.radcam.weasis.panel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "RadCAM panel");
            thread.setDaemon(true);
            thread.setContextClassLoader(Background.class.getClassLoader());
            return thread;
          });

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
            tell(() -> done.accept(outcome));
          } catch (Exception | LinkageError | OutOfMemoryError problem) {
            String why = sentence(problem);
            tell(() -> failed.accept(why));
          }
        });
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
