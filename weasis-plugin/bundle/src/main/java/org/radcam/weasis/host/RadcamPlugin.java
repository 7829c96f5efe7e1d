package org.radcam.weasis.host;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.radcam.weasis.run.CaseBuilder;
import org.radcam.weasis.run.ClassificationQueue;
import org.radcam.weasis.run.SeriesCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RadCAM in Weasis, from the bundle's start to its stop. Starting never waits. Stopping undoes
 * everything that was begun: contributions, listeners, layers, the classification that is under
 * way, native memory; it waits some seconds at most, also on the event dispatch thread.
 */
@Component(
    service = {},
    immediate = true)
public final class RadcamPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(RadcamPlugin.class);

  /** Longer than leaving takes, unless that thread waits for whoever stops the bundle. */
  private static final long STOP_MILLISECONDS = 2000;

  private final ClassificationQueue queue;
  private Optional<Contributions> contributions = Optional.empty();

  /** Set as soon as the framework says so: what is still to begin then must not. */
  private volatile boolean stopped;

  /** Of the framework, on any thread; the viewer may not even have a window. */
  @Activate
  public RadcamPlugin(BundleContext context) {
    this(context, new SeriesCases());
  }

  RadcamPlugin(BundleContext context, CaseBuilder cases) {
    queue = new ClassificationQueue(cases);
    EventThread.later(() -> start(context));
  }

  private void start(BundleContext context) {
    if (!stopped) {
      contributions = Optional.of(new Contributions(context, queue));
    }
  }

  /** Of the framework, on any thread. */
  @Deactivate
  void deactivate() {
    stopped = true;
    // While the viewer ends, its event thread waits for this: there is nothing to put in order.
    if (!viewerEnds() && !EventThread.within(STOP_MILLISECONDS, this::stop)) {
      LOG.warn("RadCAM leaves the viewer as soon as the viewer's event thread has time.");
    }
    queue.close();
  }

  private void stop() {
    contributions.ifPresent(Contributions::close);
    contributions = Optional.empty();
  }

  /** Whether the virtual machine is being shut down: then it takes no hooks, and says so. */
  private static boolean viewerEnds() {
    try {
      Runtime.getRuntime().removeShutdownHook(new Thread(() -> {}));
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
