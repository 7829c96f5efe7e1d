package org.radcam.bridge.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.radcam.bridge.Failures;

/**
 * Sees an error at the moment when ImageJ prints it.
 *
 * <p>Without a window ImageJ has no dialog to show an error in and prints it instead; nothing else
 * tells it from ordinary output. A printed line is an error when the caller is
 *
 * <ul>
 *   <li>{@code IJ.error}, which a command or a built-in function calls;
 *   <li>{@code Functions.exit} with a message, the macro's own way to give up;
 *   <li>{@code Interpreter.showError}: an error in the macro's text, or {@code IJ.error} from a
 *       command that the macro called.
 * </ul>
 */
final class FailureWatch extends PrintStream {
  private static final Set<String> REPORTERS =
      Set.of("ij.IJ.error", "ij.macro.Functions.exit", "ij.macro.Interpreter.showError");

  /** Reporters stand close to the top of the stack: above them only showMessage and println. */
  private static final int DEPTH = 6;

  private final Failures failures;

  FailureWatch(PrintStream target, Failures failures) {
    super(target, true, StandardCharsets.UTF_8);
    this.failures = failures;
  }

  @Override
  public void println(String text) {
    super.println(text);
    if (text != null && reporter().isPresent()) {
      failures.add(text.strip());
    }
  }

  private static Optional<String> reporter() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .limit(DEPTH)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .filter(REPORTERS::contains)
                    .findFirst());
  }
}
