package org.radcam.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.util.Utils;
import java.util.Locale;
import org.radcam.UserException;

/** Starts the engine once in this JVM, and keeps what came of it: the engine, or why not. */
final class EngineStart {
  /** Natives load once per JVM and fail once per JVM, so the outcome is a constant of it. */
  private static final class Holder {
    static final EngineStart RESULT = start();
  }

  private final Engine engine;
  private final String failure;
  private final Throwable cause;

  private EngineStart(Engine engine, String failure, Throwable cause) {
    this.engine = engine;
    this.failure = failure;
    this.cause = cause;
  }

  static EngineStart result() {
    return Holder.RESULT;
  }

  Engine engine() {
    if (engine == null) {
      throw new UserException(failure, cause);
    }
    return engine;
  }

  private static EngineStart start() {
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE");
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING");
    OpenMpWaiting.bound();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PtEngine.class.getClassLoader());
    try {
      return new EngineStart(Engine.getEngine(PtEngine.ENGINE_NAME), null, null);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return new EngineStart(null, explain(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void setUnlessSet(String property, String environment) {
    if (System.getProperty(property) == null && System.getenv(environment) == null) {
      System.setProperty(property, "true");
    }
  }

  /** What is wrong, where, and what to do; DJL's own message and causes stay in the cause. */
  private static String explain(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    String detail = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    if (detail.toLowerCase(Locale.ROOT).contains("offline mode")) {
      return "PyTorch's native library for "
          + system
          + " is not installed, and RadCAM downloads nothing: add the jars pytorch-native-cpu and"
          + " pytorch-jni for this system beside the others.";
    }
    if (detail.contains("already loaded in another classloader")) {
      return "PyTorch is still loaded from an engine that was there before: start this program"
          + " anew.";
    }
    return "PyTorch could not be started on "
        + system
        + " ("
        + root.getClass().getSimpleName()
        + ": "
        + detail
        + "). Its native libraries are unpacked to "
        + Utils.getEngineCacheDir("pytorch").toAbsolutePath()
        + ": that folder must be writable (DJL_CACHE_DIR names another), and the jars pytorch-jni"
        + " and pytorch-native-cpu must be those for this system.";
  }
}
