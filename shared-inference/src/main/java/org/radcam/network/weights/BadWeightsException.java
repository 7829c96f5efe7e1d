package org.radcam.network.weights;

import org.radcam.UserException;

/** A weights file that is broken, hostile, or not for this network. */
public final class BadWeightsException extends UserException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file how to call the file
   * @param why what is wrong, without a full stop
   */
  public BadWeightsException(String file, String why) {
    super("Cannot use the weights " + file + ": " + why + ".");
  }

  /** The same, with what it came from. */
  public BadWeightsException(String file, String why, Throwable cause) {
    super("Cannot use the weights " + file + ": " + why + ".", cause);
  }
}
