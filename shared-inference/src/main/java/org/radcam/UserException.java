package org.radcam;

/**
 * Something that the user can understand and mend: bad input, a missing model, an impossible
 * option. The message is shown as it is, without a stack trace, and says what is wrong, where, and
 * what to do.
 */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
