package org.radcam.fiji.host;

import ij.IJ;
import java.util.concurrent.atomic.AtomicBoolean;
import org.radcam.Progress;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * Progress in the status bar and in Fiji's list of tasks. The user cancels there, or with the
 * escape key.
 */
public final class FijiProgress implements Progress, AutoCloseable {
  private static final int STEPS = 1000;

  private final StatusService status;
  private final Task task;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** What the status bar shows in the end: the last message of work that was done. */
  private volatile String outcome = "";

  public FijiProgress(Context context, String title) {
    status = context.service(StatusService.class);
    task = context.service(TaskService.class).createTask(title);
    task.setCancelCallBack(() -> cancelled.set(true));
    task.setProgressMaximum(STEPS);
    task.start();
    IJ.resetEscape();
  }

  @Override
  public void report(double fraction, String message) {
    int step = Double.isNaN(fraction) ? 0 : (int) Math.round(fraction * STEPS);
    status.showStatus(step, STEPS, message);
    task.setStatusMessage(message);
    task.setProgressValue(step);
    outcome = step == STEPS ? message : "";
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get() || IJ.escapePressed();
  }

  @Override
  public void close() {
    status.showStatus(STEPS, STEPS, outcome);
    task.finish();
  }
}
