package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

class ReinstallIT {
  private static final int TIMES = 10;

  @TempDir Path scratch;

  private Path phantom;
  private Path fragment;
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final List<Map<String, Double>> answers = new ArrayList<>();

  @Test
  void thePluginIsReinstalledTenTimesWhileTheEngineStaysAndNothingIsLeft() throws Exception {
    phantom = PhantomFiles.write("chest-xray", scratch);
    fragment = Jars.fragment(ClassifyPhantom.class, scratch);
    try (Felix felix = Felix.start(scratch.resolve("storage"), /* strict= */ false)) {
      Bundle engine = felix.install(Jars.engine());
      engine.start();
      reinstall(felix);
      Set<Thread> threads = threads();
      OptionalLong before = Memory.residentMegabytes();

      for (int n = 1; n < TIMES; n++) {
        reinstall(felix);
      }

      assertThat(answers).hasSize(TIMES).containsOnly(answers.get(0));
      // Swing and the JDK may keep what they used last, until something else takes its place.
      assertThat(Memory.collected(loaders.subList(0, TIMES - 1))).isTrue();
      assertThat(threads()).isSubsetOf(threads);
      assertThat(Memory.openManagers(engine)).isEmpty();
      if (before.isPresent()) {
        System.out.printf(
            "Resident memory after 1 and after %d times: %d and %d MB%n",
            TIMES, before.getAsLong(), Memory.residentMegabytes().getAsLong());
      }
    }
  }

  /**
   * All but those that end and begin anew as they have work: the event queue's, and the timer by
   * which Felix tells of changed services.
   */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("AWT-"))
        .filter(thread -> !thread.getName().equals("SCR Component Registry"))
        .collect(Collectors.toSet());
  }

  private void reinstall(Felix felix) throws BundleException, IOException {
    Bundle plugin = felix.install(Jars.plugin());
    Bundle guest = felix.install(fragment);
    plugin.start();
    loaders.add(new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader()));
    plugin.stop();
    plugin.start();
    answers.add(Inside.classifier(plugin).apply("chest-xray", phantom));
    plugin.stop();
    felix.uninstall(plugin, guest);
  }
}
