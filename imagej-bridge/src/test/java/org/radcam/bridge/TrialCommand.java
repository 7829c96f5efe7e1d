package org.radcam.bridge;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command that does what the macro asks: succeeds, or fails in every way there is. */
@Plugin(type = Command.class, menuPath = "Plugins>Trial>Trial Command...")
public final class TrialCommand implements Command, Cancelable {
  @Parameter(required = false, persist = false)
  private ImagePlus image;

  @Parameter(required = false, persist = false)
  private int number = 7;

  @Parameter(required = false, persist = false)
  private String way = "log";

  private String cancelReason;

  @Override
  public void run() {
    switch (way) {
      case "log" ->
          IJ.log("number " + number + " on " + (image == null ? "nothing" : image.getTitle()));
      case "error" -> error();
      case "cancel" -> cancel("no more");
      case "throw" -> throw new IllegalStateException("broken inside");
      default -> throw new IllegalArgumentException(way);
    }
  }

  private static void error() {
    try {
      IJ.error("Trial", "the input is wrong");
    } catch (RuntimeException e) {
      // IJ.error stops the macro by an exception on the command's own thread.
      if (!"Macro canceled".equals(e.getMessage())) {
        throw e;
      }
    }
  }

  @Override
  public boolean isCanceled() {
    return cancelReason != null;
  }

  @Override
  public void cancel(String reason) {
    cancelReason = reason;
  }

  @Override
  public String getCancelReason() {
    return cancelReason;
  }
}
