package org.radcam.bridge;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import org.radcam.bridge.internal.BridgeInstaller;
import org.scijava.Context;

/**
 * ImageJ without a window, with the SciJava commands of the class path in its command table.
 *
 * <p>The JVM must have been started with {@code -javaagent:ij1-patcher.jar=init}, {@code
 * --add-opens=java.base/java.lang=ALL-UNNAMED} and {@code -Djava.awt.headless=true}. Only one
 * bridge can be open in a JVM: ImageJ keeps its state in static fields.
 *
 * <pre>{@code
 * try (ImageJBridge bridge = ImageJBridge.open()) {
 *   Failures failures = bridge.run(macroText, "input=/data");
 * }
 * }</pre>
 */
public final class ImageJBridge implements AutoCloseable {
  private final Context context;
  private final Failures failures;

  private ImageJBridge(Context context, Failures failures) {
    this.context = context;
    this.failures = failures;
  }

  /** Starts a SciJava context and joins it to ImageJ. */
  public static ImageJBridge open() {
    if (!BridgeInstaller.isPatched()) {
      throw new IllegalStateException(
          "ImageJ's classes are not patched: start the JVM with"
              + " -javaagent:ij1-patcher.jar=init --add-opens=java.base/java.lang=ALL-UNNAMED");
    }
    Failures failures = new Failures();
    Context context = new Context();
    BridgeInstaller.install(context, failures);
    return new ImageJBridge(context, failures);
  }

  public Context context() {
    return context;
  }

  /**
   * Runs a macro to its end on a thread of its own and tells what went wrong.
   *
   * @param macro the macro's text
   * @param argument what {@code getArgument()} gives
   * @return the failures of this run; empty where all went well
   */
  public Failures run(String macro, String argument) throws InterruptedException {
    failures.clear();
    // ImageJ looks at thread names: Run$_ lets options be found, Macro$ lets an error stop the
    // macro.
    Thread thread = new Thread(() -> interpret(macro, argument), "Run$_Macro$");
    thread.start();
    thread.join();
    return failures;
  }

  private void interpret(String macro, String argument) {
    BridgeInstaller.Restore streams = BridgeInstaller.watchOutput(failures);
    Interpreter interpreter = new Interpreter();
    try {
      interpreter.run(macro, argument);
    } catch (RuntimeException e) {
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        IJ.handleException(e);
      } else if (failures.isEmpty() && !calledExit(e)) {
        failures.add("The macro was aborted");
      }
    } finally {
      streams.close();
      // ImageJ would keep it, by this thread, for as long as the JVM lives.
      WindowManager.setTempCurrentImage(null);
    }
    if (interpreter.getErrorMessage() != null && failures.isEmpty()) {
      failures.add(interpreter.getErrorMessage());
    }
  }

  /** Whether the macro ended itself with {@code exit()}, which ImageJ does by an exception. */
  private static boolean calledExit(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length > 0
        && trace[0].getClassName().equals("ij.macro.Functions")
        && trace[0].getMethodName().equals("exit");
  }

  @Override
  public void close() {
    context.dispose();
  }
}
