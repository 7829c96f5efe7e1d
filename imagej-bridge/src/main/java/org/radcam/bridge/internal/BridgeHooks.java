package org.radcam.bridge.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import net.imagej.patcher.EssentialLegacyHooks;
import org.radcam.bridge.Failures;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.thread.ThreadService;

/**
 * Answers ImageJ where its patched classes ask: runs a SciJava command in the place of a plugin,
 * and tells on whose behalf a pool thread works, so that the macro's options reach the command
 * there.
 */
public final class BridgeHooks extends EssentialLegacyHooks {
  private final Context context;
  private final Map<String, ModuleInfo> commands;
  private final Failures failures;

  BridgeHooks(Context context, Map<String, ModuleInfo> commands, Failures failures) {
    this.context = context;
    this.commands = Map.copyOf(commands);
    this.failures = failures;
  }

  @Override
  public Object getContext() {
    return context;
  }

  @Override
  public Object interceptRunPlugIn(String className, String arg) {
    if (Context.class.getName().equals(className)) {
      return context;
    }
    ModuleInfo command = commands.get(className);
    return command == null ? null : run(command);
  }

  private Module run(ModuleInfo command) {
    String title = command.getTitle();
    try {
      Module module = context.service(ModuleService.class).run(command, true).get();
      if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
        String reason = cancelable.getCancelReason();
        failures.add(title + " was cancelled" + (reason == null ? "" : ": " + reason));
      }
      return module;
    } catch (ExecutionException e) {
      failures.add(e);
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(title + " was interrupted");
      throw new IllegalStateException(e);
    }
  }

  /** ImageJ keeps a macro's options by thread; a command runs on a pool thread. */
  @Override
  public Iterable<Thread> getThreadAncestors() {
    ThreadService threads = context.service(ThreadService.class);
    List<Thread> ancestors = new ArrayList<>();
    Thread thread = threads.getParent(Thread.currentThread());
    while (thread != null && !ancestors.contains(thread)) {
      ancestors.add(thread);
      thread = threads.getParent(thread);
    }
    return ancestors;
  }

  /** ImageJ reports what a built-in command throws by logging its stack trace, and goes on. */
  @Override
  public void log(String message) {
    if (message == null) {
      return;
    }
    boolean thrown =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .limit(4)
                        .anyMatch(
                            frame ->
                                frame.getClassName().equals("ij.Executer")
                                    && frame.getMethodName().equals("run")));
    if (thrown) {
      failures.add(message.lines().findFirst().orElse("A command failed"));
    }
  }

  @Override
  public void error(Throwable problem) {
    failures.add(problem);
    super.error(problem);
  }
}
