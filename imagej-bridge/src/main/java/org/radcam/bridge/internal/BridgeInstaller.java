package org.radcam.bridge.internal;

import ij.IJ;
import ij.Macro;
import ij.Menus;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import net.imagej.patcher.LegacyInjector;
import org.radcam.bridge.Failures;
import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

/** Joins ImageJ and a SciJava context. */
public final class BridgeInstaller {
  private BridgeInstaller() {}

  /** Whether ImageJ's classes were patched when the JVM started. */
  public static boolean isPatched() {
    for (Field field : IJ.class.getFields()) {
      if (field.getName().equals("_hooks")) {
        return true;
      }
    }
    return false;
  }

  /** Makes the context's commands callable by the label of their menu entry. */
  public static void install(Context context, Failures failures) {
    ThreadParents.install();
    Map<String, ModuleInfo> byIdentifier = new LinkedHashMap<>();
    Map<String, String> byLabel = new LinkedHashMap<>();
    for (ModuleInfo command : context.service(ModuleService.class).getModules()) {
      MenuEntry leaf = command.getMenuPath() == null ? null : command.getMenuPath().getLeaf();
      if (leaf != null) {
        byIdentifier.put(command.getIdentifier(), command);
        byLabel.put(leaf.getName(), command.getIdentifier());
      }
    }
    LegacyInjector.installHooks(
        IJ.class.getClassLoader(), new BridgeHooks(context, byIdentifier, failures));
    if (Menus.getCommands() == null) {
      // What imagej-legacy does, too: the patched runPlugIn understands this name.
      IJ.runPlugIn("ij.IJ.init", "");
    }
    @SuppressWarnings("unchecked")
    Hashtable<String, String> commands = Menus.getCommands();
    commands.putAll(byLabel);
    IJ.setExceptionHandler(problem -> report(problem, failures));
  }

  private static void report(Throwable problem, Failures failures) {
    if (!Macro.MACRO_CANCELED.equals(problem.getMessage())) {
      failures.add(problem);
      problem.printStackTrace();
    }
  }

  /** Watches what is printed until {@code restore}. */
  public static Restore watchOutput(Failures failures) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new FailureWatch(out, failures));
    System.setErr(new FailureWatch(err, failures));
    return () -> {
      System.setOut(out);
      System.setErr(err);
    };
  }

  /** Gives back the streams that were there before. */
  public interface Restore {
    void close();
  }
}
