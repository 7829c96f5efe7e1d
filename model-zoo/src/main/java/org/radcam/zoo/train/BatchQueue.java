package org.radcam.zoo.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * The batches of one epoch, made ahead by an executor's threads while the network learns. What is
 * in a batch depends on seeds only, never on which thread makes it when.
 */
final class BatchQueue {
  private static final int AHEAD = 2;

  private final Deque<Future<Batch.Lesson>> ready = new ArrayDeque<>();
  private final ExecutorService executor;
  private final IntFunction<Batch.Lesson> maker;
  private final int count;
  private int submitted;

  BatchQueue(ExecutorService executor, int count, IntFunction<Batch.Lesson> maker) {
    this.executor = executor;
    this.count = count;
    this.maker = maker;
    for (int n = 0; n < AHEAD; n++) {
      submit();
    }
  }

  /** The next batch; null after the last. */
  Batch.Lesson next() {
    Future<Batch.Lesson> first = ready.poll();
    if (first == null) {
      return null;
    }
    submit();
    try {
      return first.get();
    } catch (ExecutionException e) {
      cancel();
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted");
    }
  }

  void cancel() {
    ready.forEach(future -> future.cancel(true));
    ready.clear();
    submitted = count;
  }

  private void submit() {
    if (submitted < count) {
      int number = submitted++;
      ready.add(executor.submit(() -> maker.apply(number)));
    }
  }
}
