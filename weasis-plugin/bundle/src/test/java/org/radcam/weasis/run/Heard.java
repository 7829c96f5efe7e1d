package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/** Writes down what a listener hears, and on which thread. */
final class Heard implements Listener {
  /** Far more than anything here takes: reached only where something hangs. */
  static final long PATIENCE_SECONDS = 60;

  final List<String> all = new CopyOnWriteArrayList<>();
  final List<Double> fractions = new CopyOnWriteArrayList<>();
  private final List<Boolean> onEventThread = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch start = new CountDownLatch(1);
  private volatile Answer answer;

  @Override
  public void waiting(int before) {
    hear("waiting " + before);
  }

  @Override
  public void progress(double fraction, String message) {
    fractions.add(fraction);
    hear(message);
    if (message.equals(SlowBuilder.HALF)) {
      start.countDown();
    }
  }

  @Override
  public void answered(Answer given) {
    answer = given;
    hear("answered");
    end.countDown();
  }

  @Override
  public void failed(String message) {
    hear("failed: " + message);
    end.countDown();
  }

  @Override
  public void cancelled() {
    hear("cancelled");
    end.countDown();
  }

  private void hear(String what) {
    onEventThread.add(SwingUtilities.isEventDispatchThread());
    all.add(what);
  }

  /** Waits until the {@link SlowBuilder} is at work. */
  void awaitStart() throws InterruptedException {
    assertThat(start.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** What ended it; everything must have been heard on the event dispatch thread, the end last. */
  String end() throws Exception {
    assertThat(end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("heard %s", all).isTrue();
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(onEventThread).doesNotContain(false);
    assertThat(all.stream().filter(Heard::isEnd)).hasSize(1);
    return all.get(all.size() - 1);
  }

  private static boolean isEnd(String what) {
    return what.equals("answered") || what.equals("cancelled") || what.startsWith("failed: ");
  }

  Answer answer() throws Exception {
    assertThat(end()).isEqualTo("answered");
    return answer;
  }
}
