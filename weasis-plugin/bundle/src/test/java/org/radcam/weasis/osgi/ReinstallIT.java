package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

class ReinstallIT {
  private static final int TIMES = 10;

  @TempDir Path scratch;

  @Test
  void thePluginIsReinstalledTenTimesWhileTheEngineStaysAndNothingIsLeft() throws Exception {
    Path phantom = PhantomFiles.write("chest-xray", scratch);
    Path fragment = Jars.fragment(ClassifyPhantom.class, scratch);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    List<Map<String, Double>> answers = new ArrayList<>();
    List<Long> memory = new ArrayList<>();
    try (Felix felix = Felix.start(scratch.resolve("storage"))) {
      felix.install(Jars.engine()).start();
      Set<String> threads = threads();
      for (int n = 0; n < TIMES; n++) {
        Bundle plugin = felix.install(Jars.plugin());
        Bundle guest = felix.install(fragment);
        plugin.start();
        loaders.add(new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader()));
        answers.add(Inside.classifier(plugin).apply("chest-xray", phantom));
        plugin.stop();
        plugin.start();
        answers.add(Inside.classifier(plugin).apply("chest-xray", phantom));
        felix.uninstall(plugin, guest);
        collect(loaders);
        memory.add(residentMegabytes());
      }
      System.out.println("measured memory " + memory + answers.get(0));
      assertThat(answers).allSatisfy(a -> assertThat(a).isEqualTo(answers.get(0)));
      System.out.println("measured threads " + threads + " -> " + threads());
      System.out.println(
          "measured loaders " + loaders.stream().filter(l -> l.get() != null).count());
    }
  }

  private static void collect(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(5));
    do {
      System.gc();
      Thread.sleep(50);
    } while (loaders.stream().anyMatch(l -> l.get() != null) && Instant.now().isBefore(end));
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long residentMegabytes() throws Exception {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(status));
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmRSS"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
        .sum();
  }
}
