package org.radcam.zoo.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
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

  private final Deque<Future<Batch>> ready = new ArrayDeque<>();
  private final ExecutorService executor;
  private final IntFunction<Batch> maker;
  private final int count;
  private int submitted;

  BatchQueue(ExecutorService executor, int count, IntFunction<Batch> maker) {
    this.executor = executor;
    this.count = count;
    this.maker = maker;
    for (int n = 0; n < AHEAD; n++) {
      submit();
    }
  }

  /** The next batch; null after the last. */
  Batch next() {
    Future<Batch> first = ready.poll();
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

  /** Makes the batches of epochs from cases. */
  static final class Maker {
    private final CaseImages images;
    private final Augmenter augmenter;
    private final List<TrainingCase> cases;
    private final double[] weights;
    private final int classes;
    private final double smoothing;
    private final long seed;

    Maker(CaseImages images, Recipe recipe, List<TrainingCase> cases, int classes, long seed) {
      this.images = images;
      this.augmenter =
          new Augmenter(recipe.augmentation(), images.size().columns(), images.size().rows());
      this.cases = List.copyOf(cases);
      this.weights = recipe.balance().weights(cases, classes);
      this.classes = classes;
      this.smoothing = recipe.labelSmoothing();
      this.seed = seed;
    }

    /** All batches of an epoch; every case is in one of them, and their sizes differ by one. */
    BatchQueue epoch(int epoch, int batches, ExecutorService executor) {
      List<Integer> order = new ArrayList<>();
      for (int n = 0; n < cases.size(); n++) {
        order.add(n);
      }
      Collections.shuffle(order, new Random(Seeds.mix(seed, epoch, -1)));
      return new BatchQueue(
          executor,
          batches,
          number -> {
            int first = (int) ((long) order.size() * number / batches);
            int end = (int) ((long) order.size() * (number + 1) / batches);
            return batch(order.subList(first, end), epoch);
          });
    }

    private Batch batch(List<Integer> members, int epoch) {
      int area = images.size().voxels();
      float[] pixels = new float[members.size() * area];
      float[] targets = new float[members.size() * classes];
      for (int at = 0; at < members.size(); at++) {
        int member = members.get(at);
        TrainingCase one = cases.get(member);
        float[] varied =
            augmenter.vary(images.of(one), new SplittableRandom(Seeds.mix(seed, epoch, member)));
        System.arraycopy(varied, 0, pixels, at * area, area);
        for (int c = 0; c < classes; c++) {
          double target = smoothing / classes + (c == one.label() ? 1 - smoothing : 0);
          targets[at * classes + c] = (float) (weights[member] * target);
        }
      }
      return new Batch(pixels, targets, members.size());
    }
  }
}
