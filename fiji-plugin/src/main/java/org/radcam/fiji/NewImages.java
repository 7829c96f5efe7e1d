package org.radcam.fiji;

import ij.ImagePlus;
import ij.WindowManager;

/** Images that a command makes. */
final class NewImages {
  private NewImages() {}

  /** Shows a new image: in a window, or without a screen in the list of images of batch mode. */
  static void show(ImagePlus image) {
    image.show();
    // Otherwise the next command on this pool thread takes this image for the active one.
    WindowManager.setTempCurrentImage(null);
  }
}
