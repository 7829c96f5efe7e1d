package org.radcam.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs an ImageJ macro file without a window, and says by its exit status how that went.
 *
 * <p>Arguments: {@code FILE ["ARGUMENT"]}. What the macro prints goes to standard output. Exit
 * status:
 *
 * <ul>
 *   <li>0: the macro ran to its end, or ended itself with {@code exit()};
 *   <li>1: an error in the macro, {@code exit("message")}, an aborted macro, an error dialog that a
 *       command would have shown, an exception in a command, a cancelled command;
 *   <li>2: there is no such macro file.
 * </ul>
 */
public final class MacroRunner {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private MacroRunner() {}

  public static void main(String[] args) throws InterruptedException {
    int status = run(args);
    System.out.flush();
    // Pool threads of SciJava and of the inference engine may still be there, doing nothing.
    System.exit(status);
  }

  static int run(String[] args) throws InterruptedException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("Usage: macro FILE [\"ARGUMENT\"]");
      return USAGE;
    }
    Path file = Path.of(args[0]);
    String macro;
    try {
      macro = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      System.err.println("Cannot read the macro file " + file.toAbsolutePath().normalize());
      return USAGE;
    }
    try (ImageJBridge bridge = ImageJBridge.open()) {
      Failures failures = bridge.run(macro, args.length == 2 ? args[1] : "");
      if (failures.isEmpty()) {
        return OK;
      }
      // ImageJ has printed each failure in full already.
      String first = failures.messages().get(0).lines().findFirst().orElse("");
      System.err.println("The macro " + file.getFileName() + " failed: " + first);
      return FAILED;
    }
  }
}
