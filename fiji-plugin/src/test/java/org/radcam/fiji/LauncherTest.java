package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What ./radcam says before it builds or runs anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "radcam is a shell script")
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "radcam").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void helpTellsTheCommands() throws IOException, InterruptedException {
    Outcome help = radcam("", "help");

    assertThat(help.status()).isZero();
    assertThat(help.text()).contains("demo", "macro", "zoo");
  }

  @Test
  void withoutACommandItTellsThemAndFails() throws IOException, InterruptedException {
    assertThat(radcam("").status()).isEqualTo(2);
  }

  @Test
  void aWrongJavaHomeIsNamed() throws IOException, InterruptedException {
    Outcome outcome = radcam("/no/such/jdk", "macro", "x.ijm");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text()).contains("JAVA_HOME is '/no/such/jdk'").contains("JDK 17");
  }

  @Test
  void anOldJavaIsNamed() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("my jdk").resolve("bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Outcome outcome = radcam(bin.getParent().toString(), "demo");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text()).contains("needs Java 17 or later").contains("is Java 11");
  }

  private record Outcome(int status, String text) {}

  private Outcome radcam(String javaHome, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", javaHome);
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
  }
}
