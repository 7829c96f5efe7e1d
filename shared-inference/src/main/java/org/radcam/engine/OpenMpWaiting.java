package org.radcam.engine;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Bounds how long PyTorch's threads spin while they wait for each other. By default GNU OpenMP
 * spins some hundred thousand times at the end of each layer; if another program has one of the
 * processors just then, all wait for it, and a forward pass takes several times as long. A thousand
 * times is as fast on a quiet machine and much faster on a busy one; docs/performance.md has the
 * figures.
 *
 * <p>The library reads the variable when it is loaded, and Java cannot set one, so the C library is
 * asked. What the user has set stays. Linux only: elsewhere PyTorch has another OpenMP.
 */
final class OpenMpWaiting {
  private static final String VARIABLE = "GOMP_SPINCOUNT";
  private static final String POLICY = "OMP_WAIT_POLICY";
  private static final String SPINS = "1000";

  private OpenMpWaiting() {}

  /** To be called before PyTorch's libraries are loaded. */
  static void bound() {
    boolean decided = System.getenv(VARIABLE) != null || System.getenv(POLICY) != null;
    if (decided || !Platform.isLinux()) {
      return;
    }
    try {
      // setenv(3), which leaves alone what is set. Not by an interface of ours: JNA would hold on
      // to its class loader for good, and a plugin's is to go when the plugin is uninstalled.
      Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, SPINS, 0});
    } catch (LinkageError e) {
      // Without it everything works, only slower on a busy machine.
    }
  }
}
