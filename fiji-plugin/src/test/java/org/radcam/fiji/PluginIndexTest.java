package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.fiji.host.ClassifierService;

/** What Fiji looks at in the plugin's jar. */
class PluginIndexTest {
  private static final int JAVA_17 = 61;

  @Test
  void sciJavaFindsEveryCommandAndTheService() throws IOException {
    List<Class<?>> plugins =
        List.of(
            ChestXrayCommand.class,
            BoneMatrixCommand.class,
            VertebralFractureCommand.class,
            SinonasalCommand.class,
            BrainMetastasisCommand.class,
            OpenVolumeCommand.class,
            HeatMapCommand.class,
            ClassifyFolderCommand.class,
            ClassifyManifestCommand.class,
            RadiomicsCommand.class,
            EvaluateCommand.class,
            ClassifierService.class);
    String index;
    try (InputStream in =
        ChestXrayCommand.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI()
            .resolve("META-INF/json/org.scijava.plugin.Plugin")
            .toURL()
            .openStream()) {
      index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }

    for (Class<?> plugin : plugins) {
      assertThat(index).contains("\"" + plugin.getName() + "\"");
    }
  }

  @Test
  void classesAreForJava17() throws IOException {
    try (DataInputStream in =
        new DataInputStream(ChestXrayCommand.class.getResourceAsStream("ChestXrayCommand.class"))) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      in.readUnsignedShort();
      assertThat(in.readUnsignedShort()).isEqualTo(JAVA_17);
    }
  }
}
