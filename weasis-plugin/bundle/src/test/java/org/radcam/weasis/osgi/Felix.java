package org.radcam.weasis.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A framework as Weasis starts it, with Declarative Services. What the viewer's own bundles export
 * comes from the tests' class path, without a version, as most of it does in the viewer. Always
 * close it: its threads keep the JVM alive.
 */
final class Felix implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",", HostPackages.imported()));
    // Nothing is found that is not imported.
    settings.put("felix.bootdelegation.implicit", "false");
    Framework framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
    Felix felix = new Felix(framework);
    try {
      framework.start();
      for (Path jar : Jars.framework()) {
        felix.install(jar);
      }
      for (Bundle bundle : felix.context().getBundles()) {
        bundle.start();
      }
      return felix;
    } catch (BundleException | IOException | RuntimeException e) {
      felix.close();
      throw e;
    }
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

  /** The packages that the plugin imports of the viewer. */
  static final class HostPackages {
    private static final List<String> HOSTS =
        List.of("org.weasis", "org.dcm4che3", "bibliothek", "org.joml", "org.slf4j");

    private HostPackages() {}

    static Set<String> imported() throws IOException {
      Set<String> packages = new TreeSet<>();
      for (Path jar : List.of(Jars.plugin(), Jars.engine())) {
        for (Clause each : Clause.all(Jars.manifest(jar), Constants.IMPORT_PACKAGE)) {
          if (HOSTS.stream().anyMatch(host -> each.isIn(host))) {
            packages.add(each.name());
          }
        }
      }
      return packages;
    }
  }
}
