package org.radcam.fiji;

import ij.ImagePlus;
import ij.WindowManager;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.radcam.bridge.Failures;
import org.radcam.bridge.ImageJBridge;
import org.scijava.Context;

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
    quietly("close('*'); Table.reset('Results');", "");
    return quietly(macro, argument);
  }

  public static Outcome run(String macro) {
    return run(macro, "");
  }

  /** Runs a macro with what an earlier one left. */
  public static synchronized Outcome continueWith(String macro) {
    return quietly(macro, "");
  }

  public static Context context() {
    TestModel.install();
    return BRIDGE.context();
  }

  /** The image that the last macro left active. */
  public static ImagePlus activeImage() {
    return WindowManager.getCurrentImage();
  }

  private static Outcome quietly(String macro, String argument) {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
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
}
