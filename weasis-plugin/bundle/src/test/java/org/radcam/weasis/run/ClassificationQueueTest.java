package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewedImage;

class ClassificationQueueTest {
  private static final Duration PATIENCE = Duration.ofSeconds(Heard.PATIENCE_SECONDS);

  @TempDir Path folder;
  private final SlowBuilder builder = new SlowBuilder();

  /** Patient when it is closed, so that a busy machine does not decide how a test ends. */
  private final ClassificationQueue queue = new ClassificationQueue(builder, PATIENCE, PATIENCE);

  private final TestSeries series = TestSeries.of(3);
  private Counted model;

  @BeforeEach
  void makeModel() throws IOException {
    model = new Counted(TinyModel.in(folder, 7), new AtomicInteger());
  }

  @AfterEach
  void close() {
    builder.let(100);
    queue.close();
  }

  /** A package that counts how often its weights are read. */
  private record Counted(ModelPackage inner, AtomicInteger loads) implements ModelPackage {
    @Override
    public ModelCard card() {
      return inner.card();
    }

    @Override
    public String location() {
      return inner.location();
    }

    @Override
    public InputStream open(String fileName) throws IOException {
      loads.incrementAndGet();
      return inner.open(fileName);
    }
  }

  private ClassifyRequest request() {
    return new ClassifyRequest(
        model,
        DeviceChoice.CPU,
        Map.of("CXR", new ViewedImage(series, 1)),
        new RegionChoice.Nothing(),
        Map.of(),
        ClassifyOptions.DEFAULT);
  }

  @Test
  void anAnswerComesWithWhatItIsAbout() throws Exception {
    builder.let(1);
    Heard heard = new Heard();
    queue.submit(request(), heard);
    Answer answer = heard.answer();
    assertThat(answer.request()).isEqualTo(request());
    assertThat(answer.result().modelId()).isEqualTo("tiny-demo");
    assertThat(answer.viewerCase().layouts().get("CXR").slices()).containsExactly(1);
    assertThat(answer.seconds()).isPositive();
    assertThat(heard.fractions).isSorted().allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
  }

  @Test
  void theWorkIsDoneOnADaemonThreadThatSeesThePluginsClasses() throws Exception {
    Heard heard = new Heard();
    queue.submit(request(), heard);
    heard.awaitStart();
    builder.let(1);
    heard.end();
    assertThat(builder.thread.isDaemon()).isTrue();
    assertThat(builder.contextClassLoader).isSameAs(ClassificationQueue.class.getClassLoader());
  }

  @Test
  void oneRunsAndTheOthersHearTheirPlaceAndMoveUp() throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    Heard third = new Heard();
    queue.submit(request(), first);
    first.awaitStart();
    queue.submit(request(), second);
    settle();
    queue.submit(request(), third);
    settle();
    assertThat(first.all).doesNotContain("waiting 1");
    assertThat(second.all).contains("waiting 1");
    assertThat(third.all).containsExactly("waiting 2");
    builder.let(1);
    first.answer();
    second.awaitStart();
    settle();
    assertThat(third.all).containsExactly("waiting 2", "waiting 1");
    builder.let(2);
    second.answer();
    third.answer();
    assertThat(builder.most).hasValue(1);
  }

  @Test
  void oneThatWaitsIsCalledOffAtOnceAndTheNextMovesUp() throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    Heard third = new Heard();
    queue.submit(request(), first);
    first.awaitStart();
    Ticket ticket = queue.submit(request(), second);
    queue.submit(request(), third);
    settle();
    ticket.cancel();
    ticket.cancel();
    assertThat(second.end()).isEqualTo("cancelled");
    settle();
    assertThat(third.all).containsExactly("waiting 2", "waiting 1");
    builder.let(2);
    first.answer();
    third.answer();
    assertThat(builder.built).hasValue(2);
  }

  @Test
  void oneThatRunsIsCalledOffAtOnceButTheNextWaitsForItsEnd() throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    Ticket ticket = queue.submit(request(), first);
    first.awaitStart();
    ticket.cancel();
    assertThat(first.end()).isEqualTo("cancelled");
    assertThat(builder.progress.isCancelled()).isTrue();
    queue.submit(request(), second);
    settle();
    assertThat(second.all).containsExactly("waiting 1");
    builder.let(2);
    second.answer();
    assertThat(builder.most).hasValue(1);
    assertThat(first.all).doesNotContain("answered");
  }

  @Test
  void anotherClassIsExplainedWithoutReadingAgain() throws Exception {
    builder.let(1);
    Heard heard = new Heard();
    queue.submit(request(), heard);
    Answer first = heard.answer();
    String other =
        first.result().predicted().label().key().equals("finding") ? "no_finding" : "finding";
    Heard again = new Heard();
    queue.explain(first, new ClassifyOptions(Explain.ofClass(other), "grad-cam"), again);
    Answer second = again.answer();
    assertThat(second.result().scores()).isEqualTo(first.result().scores());
    assertThat(second.result().heatMap().orElseThrow().classKey()).isEqualTo(other);
    assertThat(second.viewerCase()).isSameAs(first.viewerCase());
    assertThat(builder.built).hasValue(1);
    assertThat(model.loads).hasValue(1);
  }

  @Test
  void aModelThatIsNotToStayIsLoadedAgain() throws Exception {
    queue.keepModel(false);
    builder.let(2);
    for (int n = 1; n <= 2; n++) {
      Heard heard = new Heard();
      queue.submit(request(), heard);
      heard.answer();
      awaitIdle();
      assertThat(model.loads).hasValue(n);
    }
  }

  /** A worker that waits has done all that follows an answer. */
  private void awaitIdle() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Heard.PATIENCE_SECONDS);
    while (builder.thread.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  @Test
  void someoneWhoListensBadlyHarmsNobody() throws Exception {
    Heard heard = new Heard();
    builder.let(2);
    queue.submit(
        request(),
        new Listener() {
          @Override
          public void waiting(int before) {}

          @Override
          public void progress(double fraction, String message) {
            throw new IllegalStateException("shown badly");
          }

          @Override
          public void answered(Answer answer) {
            throw new IllegalStateException("shown badly");
          }

          @Override
          public void failed(String message) {}

          @Override
          public void cancelled() {}
        });
    queue.submit(request(), heard);
    heard.answer();
  }

  @Test
  void aThreadThatDiesIsReplaced() throws Exception {
    ClassificationQueue interrupted =
        new ClassificationQueue(
            (request, progress) -> {
              Thread.currentThread().interrupt();
              return builder.build(request, progress);
            },
            PATIENCE,
            PATIENCE);
    builder.let(2);
    for (int n = 0; n < 2; n++) {
      Heard heard = new Heard();
      interrupted.submit(request(), heard);
      heard.end();
      builder.thread.join(TimeUnit.SECONDS.toMillis(Heard.PATIENCE_SECONDS));
      assertThat(builder.thread.isAlive()).isFalse();
    }
    assertThat(builder.built).hasValue(2);
    interrupted.close();
  }

  @Test
  void aFailureThatCannotBeTakenInIsSaidAllTheSame() throws Exception {
    builder.let(2);
    ModelPackage broken =
        new ModelPackage() {
          @Override
          public ModelCard card() {
            throw new OutOfMemoryError("made up");
          }

          @Override
          public String location() {
            return "nowhere";
          }

          @Override
          public InputStream open(String fileName) {
            throw new OutOfMemoryError("made up");
          }
        };
    ClassifyRequest good = request();
    Heard heard = new Heard();
    queue.submit(
        new ClassifyRequest(
            broken, good.device(), good.images(), good.region(), Map.of(), good.options()),
        heard);
    assertThat(heard.end()).startsWith("failed: ").contains("memory");
    Heard next = new Heard();
    queue.submit(good, next);
    next.answer();
  }

  @Test
  void afterClosingNothingIsTaken() throws Exception {
    queue.close();
    queue.close();
    Heard heard = new Heard();
    queue.submit(request(), heard).cancel();
    assertThat(heard.end())
        .isEqualTo(
            "failed: RadCAM has been stopped in this viewer, and classifies nothing any more.");
  }

  @Test
  void closingCallsOffWhatRunsAndWhatWaits() throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    queue.submit(request(), first);
    first.awaitStart();
    queue.submit(request(), second);
    builder.let(2);
    queue.close();
    assertThat(first.end()).isIn("cancelled", "answered");
    assertThat(second.end()).isIn("cancelled", "answered");
    assertThat(builder.thread.isAlive()).isFalse();
  }

  @Test
  void closingOnTheEventThreadEndsAReaderThatWaitsForThatThread() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    Thread[] worker = new Thread[1];
    ClassificationQueue asking =
        new ClassificationQueue(
            (request, progress) -> {
              worker[0] = Thread.currentThread();
              reading.countDown();
              awaitEventThread();
              return SlowBuilder.xray(request);
            },
            Duration.ofMillis(50),
            PATIENCE);
    Heard heard = new Heard();
    asking.submit(request(), heard);
    assertThat(reading.await(Heard.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    SwingUtilities.invokeAndWait(asking::close);
    assertThat(worker[0].isAlive()).isFalse();
    assertThat(heard.end()).isEqualTo("cancelled");
  }

  /**
   * Asks the event thread again and again, as whoever reads drawings may; waits once it is gone.
   */
  private static void awaitEventThread() {
    try {
      while (true) {
        SwingUtilities.invokeAndWait(() -> {});
      }
    } catch (InterruptedException e) {
      throw new CancellationException();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closingDoesNotWaitForeverForWhatCannotBeStopped() throws Exception {
    ClassificationQueue stuck =
        new ClassificationQueue(builder, Duration.ofMillis(20), Duration.ofMillis(20));
    Heard heard = new Heard();
    stuck.submit(request(), heard);
    heard.awaitStart();
    stuck.close();
    assertThat(heard.end()).isEqualTo("cancelled");
    assertThat(builder.thread.isAlive()).isTrue();
    builder.let(1);
    builder.thread.join(TimeUnit.SECONDS.toMillis(Heard.PATIENCE_SECONDS));
    assertThat(builder.thread.isAlive()).isFalse();
    assertThat(model.loads).as("called off, so no model was loaded").hasValue(0);
  }

  /** Lets the event dispatch thread come to what has been posted. */
  private static void settle() throws Exception {
    SwingUtilities.invokeAndWait(() -> {});
  }
}
