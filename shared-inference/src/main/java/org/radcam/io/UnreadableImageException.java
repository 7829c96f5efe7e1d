package org.radcam.io;

import java.io.IOException;

/**
 * A file is no image, is broken, or is of a kind that RadCAM does not read. The message is one
 * sentence for the user: what is wrong with the file and, where there is a way, what to do.
 */
public class UnreadableImageException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableImageException(String message) {
    super(message);
  }

  public UnreadableImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
