package org.radcam.weasis.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifies one case at a time, in the order in which they were asked for, on a thread of its own.
 * Nothing that goes wrong reaches the viewer: every failure is one sentence for the listener, and a
 * line in the log with the model and the kind of failure, never its message, which may hold names.
 *
 * <pre>{@code
 * try (ClassificationQueue queue = new ClassificationQueue(builder)) {
 *   Ticket ticket = queue.submit(request, listener);
 * }
 * }</pre>
 *
 * <p>The model that answered last stays loaded. All methods from any thread; none but {@link
 * #close} waits.
 */
public final class ClassificationQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClassificationQueue.class);

  private static final String STOPPED =
      "RadCAM has been stopped in this viewer, and classifies nothing any more.";

  /** Ready made: said where there is no memory to make another sentence. */
  private static final String LAST_RESORT =
      "The classification failed for want of memory. Close series that you do not need, and try"
          + " again.";

  /** So long what is under way may take to see by itself that it is called off. */
  private static final Duration ASKED = Duration.ofSeconds(2);

  /** So long it may take after that, when it is interrupted. */
  private static final Duration INTERRUPTED = Duration.ofSeconds(4);

  private final CaseBuilder builder;
  private final Duration asked;
  private final Duration interrupted;
  private final Deque<Job> waiting = new ArrayDeque<>();

  /** Of the worker alone. */
  private final LoadedModel model = new LoadedModel();

  private Thread worker;
  private Job running;
  private boolean keepModel = true;
  private boolean closed;

  public ClassificationQueue(CaseBuilder builder) {
    this(builder, ASKED, INTERRUPTED);
  }

  ClassificationQueue(CaseBuilder builder, Duration asked, Duration interrupted) {
    this.builder = builder;
    this.asked = asked;
    this.interrupted = interrupted;
  }

  /**
   * Classifies what the user chose.
   *
   * @param listener hears how it goes; that it failed, if this is closed
   */
  public Ticket submit(ClassifyRequest request, Listener listener) {
    return add(new Job(request, Optional.empty(), new Told(listener)));
  }

  /**
   * Explains the same case anew, another class or with another method; nothing is read again.
   *
   * @param listener hears how it goes; that it failed, if this is closed
   */
  public Ticket explain(Answer earlier, ClassifyOptions options, Listener listener) {
    return add(
        new Job(
            earlier.request().withOptions(options),
            Optional.of(earlier.viewerCase()),
            new Told(listener)));
  }

  /**
   * Whether the last model stays loaded when nothing is left to do, which is quicker, or its memory
   * is freed. It stays unless this says otherwise.
   */
  public synchronized void keepModel(boolean keep) {
    keepModel = keep;
    notifyAll();
  }

  private synchronized Ticket add(Job job) {
    if (closed) {
      job.told().failed(STOPPED);
      return job::cancel;
    }
    waiting.add(job);
    try {
      startWorker();
    } catch (OutOfMemoryError e) {
      waiting.remove(job);
      job.told().failed(LAST_RESORT);
      return job::cancel;
    }
    tellPlaces();
    notifyAll();
    return () -> cancel(job);
  }

  /**
   * Starts one where there is none, or where it died of something that nothing could be done of.
   */
  private void startWorker() {
    if (worker != null && worker.isAlive()) {
      return;
    }
    if (running != null) {
      running.told().failed(LAST_RESORT);
      running = null;
    }
    worker = new Thread(this::work, "RadCAM classification");
    worker.setDaemon(true);
    // Whoever submits first may be any thread of the viewer.
    worker.setContextClassLoader(ClassificationQueue.class.getClassLoader());
    worker.start();
  }

  private synchronized void cancel(Job job) {
    job.cancel();
    if (waiting.remove(job)) {
      tellPlaces();
    }
  }

  private void tellPlaces() {
    int before = running == null ? 0 : 1;
    for (Job job : waiting) {
      if (before > 0) {
        job.told().waiting(before);
      }
      before++;
    }
  }

  private void work() {
    try {
      boolean more = true;
      while (more) {
        more = runNext();
      }
    } catch (InterruptedException e) {
      // That is how close() ends a worker that waits for something.
      Thread.currentThread().interrupt();
    } finally {
      free();
    }
  }

  /** A method of its own, so that no case stays in memory while the next is waited for. */
  private boolean runNext() throws InterruptedException {
    Optional<Job> job = next();
    job.ifPresent(this::run);
    return job.isPresent();
  }

  /** Waits for something to do; nothing when this is closed. */
  private Optional<Job> next() throws InterruptedException {
    while (true) {
      synchronized (this) {
        running = null;
        while (!closed && waiting.isEmpty() && (keepModel || !model.isLoaded())) {
          wait();
        }
        if (closed) {
          return Optional.empty();
        }
        if (!waiting.isEmpty()) {
          running = waiting.remove();
          tellPlaces();
          return Optional.of(running);
        }
      }
      free();
    }
  }

  private void run(Job job) {
    try {
      Answer answer = answer(job);
      job.checkCancelled();
      job.told().answered(answer);
    } catch (CancellationException e) {
      job.cancel();
    } catch (Throwable problem) {
      if (problem instanceof OutOfMemoryError) {
        // First of all: whatever is said needs memory, too.
        free();
      }
      try {
        failed(job, problem);
      } catch (Throwable worse) {
        job.told().failed(LAST_RESORT);
      }
    }
  }

  private Answer answer(Job job) {
    final long start = System.nanoTime();
    ClassifyRequest request = job.request();
    job.checkCancelled();
    ViewerCase subject =
        job.known()
            .orElseGet(
                () -> {
                  job.report(0, "Reading the images");
                  return builder.build(request, job.reading());
                });
    job.checkCancelled();
    job.report(Job.READ, "Loading the model " + request.model().card().id());
    Classifier classifier = model.classifier(request.model(), request.device());
    job.checkCancelled();
    job.report(Job.LOADED, "Classifying on " + classifier.device());
    Result result = classifier.classify(subject.subject(), request.options());
    return new Answer(request, subject, result, (System.nanoTime() - start) / 1e9);
  }

  private void failed(Job job, Throwable problem) {
    Failure failure = Failure.of(problem, job.request());
    if (failure.ofMemory()) {
      free();
    }
    if (job.isCancelled()) {
      // Whatever comes of being called off or interrupted is no news.
      return;
    }
    LOG.warn("The model {} gave no answer: {}", job.request().model().card().id(), failure.kind());
    job.told().failed(failure.sentence());
  }

  private void free() {
    try {
      model.close();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.warn("The memory of a model could not be freed: {}", e.getClass().getName());
    }
  }

  /**
   * Calls off everything, and frees all native memory; whatever is submitted later fails. Waits
   * some seconds at most for what is under way: a network that computes longer than that goes on,
   * and its memory is freed when it ends. May be called on the event dispatch thread.
   */
  @Override
  public void close() {
    Thread last;
    synchronized (this) {
      closed = true;
      waiting.forEach(Job::cancel);
      waiting.clear();
      if (running != null) {
        running.cancel();
      }
      last = worker;
      notifyAll();
    }
    if (last == null || last.equals(Thread.currentThread())) {
      return;
    }
    try {
      last.join(asked.toMillis());
      if (last.isAlive()) {
        // It may wait for the thread that this is: reading asks the viewer.
        last.interrupt();
        last.join(interrupted.toMillis());
      }
      if (last.isAlive()) {
        LOG.warn("A network still computes; its memory is freed when it ends.");
      }
    } catch (InterruptedException e) {
      last.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
