package org.radcam.io.format;

import java.io.IOException;

/**
 * Encoded bytes are no image, are broken, or are of a kind that RadCAM does not read. The message
 * is one sentence for the user: what is wrong and, where there is a way, what to do.
 */
public final class ImageFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public ImageFormatException(String message) {
    super(message);
  }

  public ImageFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
