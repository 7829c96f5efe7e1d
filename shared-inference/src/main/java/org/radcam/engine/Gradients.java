package org.radcam.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where gradients are taken. DJL allows one open {@link GradientCollector} in a JVM and breaks the
 * open one if a second is asked for; so everybody who needs one, a trainer as well as an
 * explanation, gets it here and waits for its turn:
 *
 * <pre>{@code
 * try (GradientCollector collector = Gradients.collect()) {
 *   NDArray loss = ...;
 *   collector.backward(loss);
 * }
 * }</pre>
 *
 * Keep the section short: forward and backward of one batch, no file, no user.
 */
public final class Gradients {
  /** One per JVM, because the rule that it keeps is one per JVM. */
  private static final ReentrantLock TURN = new ReentrantLock(true);

  private Gradients() {}

  /**
   * Waits for the turn and opens a collector; operations on this thread are recorded until it is
   * closed, which must happen on the same thread.
   *
   * @throws IllegalStateException if this thread already has one open
   */
  public static GradientCollector collect() {
    if (TURN.isHeldByCurrentThread()) {
      throw new IllegalStateException("This thread is already collecting gradients.");
    }
    TURN.lock();
    try {
      return new Turn(TorchEngine.get().newGradientCollector());
    } catch (RuntimeException e) {
      TURN.unlock();
      throw e;
    }
  }

  private record Turn(GradientCollector collector) implements GradientCollector {
    @Override
    public void backward(NDArray target) {
      collector.backward(target);
    }

    @Override
    public void zeroGradients() {
      collector.zeroGradients();
    }

    @Override
    public void close() {
      try {
        collector.close();
      } finally {
        TURN.unlock();
      }
    }
  }
}
