package org.radcam.io;

import java.io.IOException;
import org.radcam.io.format.ImageFormatException;

/**
 * A file cannot be opened, is no image, is broken, or is of a kind that RadCAM does not read. The
 * message is one sentence for the user: what is wrong with the file and, where there is a way, what
 * to do. The cause is an {@link ImageFormatException} where the file's content is to blame.
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
