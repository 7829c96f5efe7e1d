package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.fiji.LauncherScript.Outcome;
import org.radcam.zoo.cli.RadcamCli;
import picocli.CommandLine;

/** What ./radcam says before it builds or runs anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "radcam is a shell script")
class LauncherTest {
  @TempDir private Path folder;

  @Test
  void helpNamesTheCommandsThatThereAreAndNoOthers() throws IOException, InterruptedException {
    Outcome help = radcam("", "help");
    Set<String> commands =
        new HashSet<>(new CommandLine(RadcamCli.class).getSubcommands().keySet());
    commands.addAll(Set.of("demo", "macro"));

    assertThat(help.status()).isZero();
    assertThat(
            Pattern.compile("^  \\./radcam (\\S+)", Pattern.MULTILINE)
                .matcher(help.text())
                .results()
                .map(named -> named.group(1))
                .collect(Collectors.toSet()))
        .isEqualTo(commands);
  }

  @Test
  void theScriptsOwnCommandsExplainThemselvesWithoutBuilding()
      throws IOException, InterruptedException {
    for (String command : new String[] {"demo", "macro"}) {
      Outcome help = radcam("/no/such/jdk", command, "--help");
      assertThat(help.status()).isZero();
      assertThat(help.text()).contains("./radcam " + command);
    }
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

  private Outcome radcam(String javaHome, String... arguments)
      throws IOException, InterruptedException {
    return new LauncherScript(LauncherScript.REPOSITORY, folder, Map.of("JAVA_HOME", javaHome))
        .run(arguments);
  }
}
