package org.radcam.fiji.host;

import ij.IJ;
import ij.Macro;
import java.awt.GraphicsEnvironment;
import org.scijava.Cancelable;

/**
 * How a command speaks to its user: a person at the screen, a macro, or a script without screen.
 */
public final class Host {
  /** Title of every dialog. */
  public static final String TITLE = "RadCAM";

  private Host() {}

  /** Whether a macro runs. */
  public static boolean inMacro() {
    return IJ.isMacro();
  }

  /** Whether there is no screen. */
  public static boolean headless() {
    return GraphicsEnvironment.isHeadless();
  }

  /** Whether somebody is there to answer a question. */
  public static boolean attended() {
    return !inMacro() && !headless();
  }

  /** The options of the macro line that called the command; null where there are none. */
  public static String macroOptions() {
    return Macro.getOptions();
  }

  /**
   * Tells the user what is wrong: a dialog at the screen; in a macro an error, which stops the
   * macro; in a script without screen the command counts as cancelled, with the message as reason.
   */
  public static void fail(Cancelable command, String message) {
    if (!inMacro() && !attended()) {
      IJ.log(TITLE + ": " + message);
      command.cancel(message);
      return;
    }
    try {
      IJ.error(TITLE, message);
    } catch (RuntimeException e) {
      // That is how IJ.error stops a macro; it has been stopped, and the command may end quietly.
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
    }
  }

  /** Asks the person at the screen; without one the answer is yes. */
  public static boolean confirm(String question) {
    return !attended() || IJ.showMessageWithCancel(TITLE, question);
  }

  /** Leaves a line in ImageJ's log. */
  public static void note(String line) {
    IJ.log(TITLE + ": " + line);
  }
}
