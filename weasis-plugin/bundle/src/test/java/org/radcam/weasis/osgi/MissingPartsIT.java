package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

class MissingPartsIT {
  @TempDir Path scratch;

  @Test
  void withoutTheEngineThePluginIsNotResolvedAndTheFrameworkNamesWhatIsMissing() throws Exception {
    try (Felix felix = Felix.start(scratch.resolve("storage"))) {
      Bundle plugin = felix.install(Jars.plugin());

      assertThatThrownBy(plugin::start)
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("org.radcam.weasis")
          .hasMessageContaining("ai.djl");
      assertThat(plugin.getState()).isEqualTo(Bundle.INSTALLED);

      felix.install(Jars.engine());
      plugin.start();
      assertThat(plugin.getState()).isEqualTo(Bundle.ACTIVE);
    }
  }

  @Test
  void withoutNativesForThisComputerTheUserReadsASentence() throws Exception {
    String cache = System.setProperty("DJL_CACHE_DIR", scratch.resolve("natives").toString());
    try (Felix felix = Felix.start(scratch.resolve("storage"))) {
      felix.install(
          Jars.without("lib/pytorch-native.jar", Jars.engine(), scratch.resolve("engine.jar")));
      Bundle plugin = felix.install(Jars.plugin());
      felix.install(Jars.fragment(ClassifyPhantom.class, scratch));
      plugin.start();
      Path phantom = PhantomFiles.write("chest-xray", scratch);

      assertThatThrownBy(() -> Inside.classifier(plugin).apply("chest-xray", phantom))
          .hasMessageStartingWith("PyTorch's native library for ")
          .hasMessageContaining("is not installed, and RadCAM downloads nothing");
      assertThat(plugin.getState()).isEqualTo(Bundle.ACTIVE);
    } finally {
      if (cache == null) {
        System.clearProperty("DJL_CACHE_DIR");
      } else {
        System.setProperty("DJL_CACHE_DIR", cache);
      }
    }
  }

  @Test
  void anEngineThatIsReinstalledAsksForANewStartOfTheViewer() throws Exception {
    Path phantom = PhantomFiles.write("chest-xray", scratch);
    Path fragment = Jars.fragment(ClassifyPhantom.class, scratch);
    try (Felix felix = Felix.start(scratch.resolve("storage"))) {
      Bundle engine = felix.install(Jars.engine());
      Bundle plugin = felix.install(Jars.plugin());
      Bundle guest = felix.install(fragment);
      plugin.start();
      assertThat(Inside.classifier(plugin).apply("chest-xray", phantom)).isNotEmpty();
      felix.uninstall(plugin, guest, engine);

      felix.install(Jars.engine());
      Bundle again = felix.install(Jars.plugin());
      felix.install(fragment);
      again.start();

      assertThatThrownBy(() -> Inside.classifier(again).apply("chest-xray", phantom))
          .hasMessageContaining("start this program anew");
      assertThat(again.getState()).isEqualTo(Bundle.ACTIVE);
    }
  }
}
