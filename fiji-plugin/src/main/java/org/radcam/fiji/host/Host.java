package org.radcam.fiji.host;

import ij.IJ;
import ij.Macro;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.Cancelable;

/**
 * How a command speaks to its user: a person at the screen, a macro, or a script without screen.
 */
public final class Host {
  /** Title of every dialog. */
  public static final String TITLE = "RadCAM";

  /** What a user reads where the memory is not enough. */
  public static final String NO_MEMORY =
      "There is not enough memory for these images. Give ImageJ more with"
          + " Edit > Options > Memory & Threads...";

  /** Characters of a line that can be read at a glance. */
  private static final int LINE = 80;

  /** More do not fit on a small screen. */
  private static final int MOST_LINES = 12;

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
   * Tells the user what is wrong: a dialog at the screen, and the command counts as cancelled, so
   * that the Recorder does not write it down as done; in a macro an error, which stops the macro;
   * in a script without screen the command counts as cancelled, with the message as reason.
   */
  public static void fail(Cancelable command, String message) {
    if (!inMacro() && !attended()) {
      IJ.log(TITLE + ": " + message);
      command.cancel(message);
      return;
    }
    if (attended()) {
      IJ.error(TITLE, wrapped(message));
      endQuietly(command);
      return;
    }
    try {
      IJ.error(TITLE, headless() ? message : wrapped(message));
    } catch (RuntimeException e) {
      // That is how IJ.error stops a macro; it has been stopped, and the command may end quietly.
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
    }
  }

  /** Ends a command that the user cancelled; a macro must not go on as if all were well. */
  public static void cancelled(Cancelable command, String message) {
    if (attended()) {
      note(message);
      endQuietly(command);
    } else {
      fail(command, message);
    }
  }

  /** SciJava shows the reason of a cancelled command in a dialog of its own, unless it is empty. */
  private static void endQuietly(Cancelable command) {
    command.cancel("");
  }

  /** ImageJ's dialogs are as wide as their longest line. */
  static String wrapped(String text) {
    return text.lines().map(Host::wrappedLine).collect(Collectors.joining("\n"));
  }

  private static String wrappedLine(String line) {
    StringBuilder lines = new StringBuilder();
    int width = 0;
    for (String word : line.split(" ", -1)) {
      boolean full = width > 0 && width + 1 + word.length() > LINE;
      lines.append(full ? "\n" : width > 0 ? " " : "").append(word);
      width = full ? word.length() : width + 1 + word.length();
    }
    return lines.toString();
  }

  /** Asks the person at the screen; without one the answer is yes. */
  public static boolean confirm(String question) {
    return !attended() || IJ.showMessageWithCancel(TITLE, wrapped(question));
  }

  /** Shows the person at the screen some lines in one dialog; they are in the log as well. */
  public static void tell(List<String> lines) {
    if (attended() && !lines.isEmpty()) {
      List<String> shown = lines.subList(0, Math.min(lines.size(), MOST_LINES));
      int more = lines.size() - shown.size();
      String rest = more == 0 ? "" : "\n \n" + more + " more: see the log.";
      IJ.showMessage(TITLE, wrapped(String.join("\n \n", shown) + rest));
    }
  }

  /** Leaves a line in ImageJ's log. */
  public static void note(String line) {
    IJ.log(TITLE + ": " + line);
  }
}
