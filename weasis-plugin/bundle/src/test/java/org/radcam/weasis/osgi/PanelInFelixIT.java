package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.weasis.Skipped;
import org.radcam.weasis.WeasisHome;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.zoo.phantom.Phantoms;

/** The plugin in the tests' own viewer, through the services that it registers. */
class PanelInFelixIT {
  @TempDir static Path scratch;

  private static Felix felix;
  private static Bundle engine;
  private static Bundle plugin;

  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private PluginInViewer viewer;

  @BeforeAll
  static void install() throws Exception {
    Skipped.unless(WeasisHome.named().isEmpty(), "Skipped: only for the tests' own viewer");
    felix = Felix.start(scratch.resolve("storage"), /* strict= */ false);
    engine = felix.install(Jars.engine());
    plugin = felix.install(Jars.plugin());
  }

  @AfterAll
  static void end() {
    if (felix != null) {
      felix.close();
    }
  }

  @BeforeEach
  void openAChestXray() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> uncaught.add(problem));
    PluginInViewer.onEventThread(
        () -> {
          FakeHost.reset();
          return FakeHost.open(chestXray().load());
        });
    plugin.start();
    viewer = new PluginInViewer(felix.context());
  }

  @AfterEach
  void stop() throws Exception {
    plugin.stop();
    Thread.setDefaultUncaughtExceptionHandler(null);
  }

  private static FakeSeries chestXray() {
    SourceImage image = Phantoms.get("chest-xray").generate(7, "finding").images().get("CXR");
    Volume volume = image.volume();
    int columns = volume.geometry().size().columns();
    float[] voxels = volume.voxels();
    return new FakeSeries(new FakePatient("phantom"), "DX", "Chest PA")
        .grid(columns, volume.geometry().size().rows(), 0.4, 0.4)
        .image((x, y, z) -> Math.round(voxels[y * columns + x]), 0);
  }

  @Test
  void thePanelClassifiesWhatIsInTheView() throws Exception {
    Component panel = viewer.panel();

    PluginInViewer.run(panel);

    PluginInViewer.await(
        () -> PluginInViewer.names(panel).stream().anyMatch(name -> name.matches(".*\\d %.*")));
    assertThat(uncaught).isEmpty();
  }

  @Test
  void stoppedDuringARunItLeavesNothing() throws Exception {
    Component panel = viewer.panel();
    PluginInViewer.run(panel);

    plugin.stop();

    assertThat(viewer.factories()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("RadCAM"));
    assertThat(Memory.openManagers(engine)).isEmpty();
    assertThat(uncaught).isEmpty();
    plugin.start();
    assertThat(viewer.panel()).isNotNull();
  }
}
