package org.radcam.fiji.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final LatestOnly latest = new LatestOnly(thread);
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Test
  void ofWhatWaitsOnlyTheLastIsDone() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    latest.submit(
        () -> {
          started.countDown();
          await(go);
          done.add(0);
        });
    started.await();
    for (int n = 1; n <= 9; n++) {
      int number = n;
      latest.submit(
          () -> {
            done.add(number);
            last.countDown();
          });
    }

    go.countDown();
    last.await();
    latest.settle();

    assertThat(done).containsExactly(0, 9);
  }

  @Test
  void settlingDropsWhatWaitsAndWaitsForTheRest() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    latest.submit(
        () -> {
          started.countDown();
          done.add(0);
        });
    started.await();
    latest.settle();

    latest.submit(() -> done.add(1));
    latest.settle();

    assertThat(done).startsWith(0).hasSizeLessThanOrEqualTo(2);
    int before = done.size();
    latest.settle();
    assertThat(done).hasSize(before);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
