package org.radcam.fiji;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import org.scijava.thread.ThreadService;

/** Images that a command makes. */
final class NewImages {
  private NewImages() {}

  /**
   * Shows a new image: in a window, or in batch mode in the list of images; it becomes the active
   * one, for the macro too. ImageJ keeps the active image of batch mode by thread, and a command
   * runs on a pool thread: left there, the next command on that thread would take it for its own.
   */
  static void show(ImagePlus image, ThreadService threads) {
    image.show();
    WindowManager.setTempCurrentImage(null);
    Thread macro = threads.getParent(Thread.currentThread());
    if (Interpreter.isBatchMode() && macro != null) {
      WindowManager.setTempCurrentImage(macro, image);
    }
  }
}
