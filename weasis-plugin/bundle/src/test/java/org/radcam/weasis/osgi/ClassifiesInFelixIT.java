package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.osgi.framework.Bundle;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

class ClassifiesInFelixIT {
  @TempDir static Path scratch;

  private static Felix felix;
  private static Bundle plugin;
  private static Map<String, Path> phantoms;
  private static Map<String, Map<String, Double>> outside;

  @BeforeAll
  static void start() throws Exception {
    phantoms = PhantomFiles.write(scratch);
    outside = OutsideFelix.classify(phantoms, scratch);
    felix = Felix.start(scratch.resolve("storage"));
    felix.install(Jars.engine()).start();
    plugin = felix.install(Jars.plugin());
    felix.install(Jars.fragment(ClassifyPhantom.class, scratch));
    plugin.start();
  }

  @AfterAll
  static void stop() {
    if (felix != null) {
      felix.close();
    }
  }

  @ParameterizedTest
  @FieldSource("org.radcam.weasis.osgi.PhantomFiles#TASKS")
  void aPhantomIsClassifiedAsOutsideOfOsgi(String task) throws Exception {
    Map<String, Double> inside = Inside.classifier(plugin).apply(task, phantoms.get(task));

    assertThat(inside).hasSameSizeAs(outside.get(task));
    outside
        .get(task)
        .forEach(
            (key, value) ->
                assertThat(inside.get(key))
                    .as(key)
                    .isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value)))));
  }

  @Test
  void theLibraryIsThatOfTheBundle() throws Exception {
    Class<?> library = plugin.loadClass("org.radcam.engine.TorchEngine");

    assertThat(library).isNotSameAs(org.radcam.engine.TorchEngine.class);
  }
}
