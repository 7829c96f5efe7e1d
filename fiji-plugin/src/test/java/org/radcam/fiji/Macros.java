package org.radcam.fiji;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.radcam.bridge.Failures;
import org.radcam.bridge.ImageJBridge;

/** Runs macros in the tests' one ImageJ, each as if it were the first. */
public final class Macros {
  private static final ImageJBridge BRIDGE = ImageJBridge.open();

  private Macros() {}

  /**
   * What a macro did.
   *
   * @param failures why it failed; empty where it did not
   * @param printed what it printed
   */
  public record Outcome(List<String> failures, String printed) {}

  /** Runs a macro with all images closed and an empty Results table. */
  public static synchronized Outcome run(String macro, String argument) {
    TestModel.install();
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BRIDGE.run("close('*'); Table.reset('Results');", "");
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      Failures failures = BRIDGE.run(macro, argument);
      return new Outcome(failures.messages(), bytes.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      System.setOut(out);
    }
  }

  public static Outcome run(String macro) {
    return run(macro, "");
  }
}
