package org.radcam.engine;

import org.radcam.UserException;

/** Starts the engine twice and prints what came of it; run by {@link TorchEngineTest}. */
final class EngineStarter {
  private EngineStarter() {}

  public static void main(String[] arguments) {
    if (arguments[0].equals("foreign-loader")) {
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }
    for (int i = 0; i < 2; i++) {
      try {
        System.out.println("started " + TorchEngine.version());
      } catch (UserException e) {
        System.out.println("user: " + e.getMessage());
      }
    }
  }
}
