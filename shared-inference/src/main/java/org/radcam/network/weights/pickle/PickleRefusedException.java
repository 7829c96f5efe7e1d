package org.radcam.network.weights.pickle;

/** A pickle that is broken, or asks for more than plain data; the message completes "..., but". */
public final class PickleRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why what is wrong, to be read after the name of the file
   */
  public PickleRefusedException(String why) {
    super(why);
  }
}
