package org.radcam.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchedImageJTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  /** ImageJ is patched in this JVM already, so both steps need one of their own. */
  @Test
  void macrosRunWithTheJarInFrontOfImageJAndWithoutAgent()
      throws IOException, InterruptedException {
    Path jar = folder.resolve("patched.jar");
    String classPath = System.getProperty("java.class.path");
    Path macro = folder.resolve("macro.ijm");
    Files.writeString(
        macro, "newImage('a', '8-bit black', 4, 4, 1); run('Invert'); print(getPixel(1, 1));");

    Outcome written =
        java(
            "-Djava.awt.headless=true",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            classPath,
            PatchedImageJ.class.getName(),
            jar.toString());
    Outcome run =
        java(
            "-Djava.awt.headless=true",
            "-cp",
            jar + File.pathSeparator + classPath,
            MacroRunner.class.getName(),
            macro.toString());

    assertThat(written.status()).as(written.text()).isZero();
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(jar))
          .as("as readable as any file")
          .isEqualTo(Files.getPosixFilePermissions(macro));
    }
    assertThat(run.status()).as(run.text()).isZero();
    assertThat(run.text()).contains("255");
  }

  private record Outcome(int status, String text) {}

  private Outcome java(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(JAVA), List.of(arguments).stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
  }
}
