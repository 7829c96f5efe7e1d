package org.radcam.weasis.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A framework as Weasis starts it, with Declarative Services and what the viewer has beside. Always
 * close it: its threads keep the JVM alive.
 */
final class Felix implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DECLARATIVE_SERVICES = "org.apache.felix.scr";

  /**
   * The viewer's bundles may ask for a later Java than that of the tests, which resolves all the
   * same.
   */
  private static final String LATER_JAVA =
      "osgi.ee;osgi.ee=\"JavaSE\";version:List<Version>=\"21.0.0,24.0.0,25.0.0,26.0.0\"";

  private final Framework framework;

  private Felix(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts one.
   *
   * @param storage where it keeps bundles; emptied first
   */
  static Felix start(Path storage) throws BundleException, IOException {
    return start(storage, /* strict= */ true);
  }

  /**
   * Starts one.
   *
   * @param strict whether nothing at all is found that is not imported. The viewer's framework is
   *     not: where the JDK asks a bundle's loader, as Swing does for the look and feel of a
   *     component, it finds the JDK's classes and the viewer's
   */
  static Felix start(Path storage, boolean strict) throws BundleException, IOException {
    Host host = Host.find(Files.createDirectories(storage).getParent());
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, host.packages());
    settings.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, LATER_JAVA);
    settings.put("felix.bootdelegation.implicit", String.valueOf(!strict));
    Framework framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
    Felix felix = new Felix(framework);
    try {
      framework.start();
      for (Path jar : host.bundles()) {
        felix.install(jar);
      }
      felix.bundle(DECLARATIVE_SERVICES).start();
      return felix;
    } catch (BundleException | RuntimeException e) {
      felix.close();
      throw e;
    }
  }

  /** The bundle of a symbolic name. */
  Bundle bundle(String name) {
    return Arrays.stream(context().getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  Bundle install(Path jar) throws BundleException {
    return context().installBundle(jar.toUri().toString());
  }

  /** Uninstalls and lets go of the classes, as a new start of the viewer does. */
  void uninstall(Bundle... bundles) throws BundleException {
    for (Bundle bundle : bundles) {
      bundle.uninstall();
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundles), event -> refreshed.countDown());
    try {
      if (!refreshed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The framework does not refresh.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(PATIENCE.toMillis());
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
