package org.radcam.fiji;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The launcher as a user starts it from a terminal.
 *
 * @param script the file {@code radcam}
 * @param folder where the user is
 * @param environment what differs from this process's environment
 */
record LauncherScript(Path script, Path folder, Map<String, String> environment) {
  /** The repository's own script. */
  static final Path REPOSITORY = Path.of("..", "radcam").toAbsolutePath().normalize();

  record Outcome(int status, String text) {}

  /** A launch that may still run. */
  record Launch(Process process, Path output) {
    Outcome outcome() throws IOException, InterruptedException {
      int status = process.waitFor();
      return new Outcome(status, Files.readString(output, StandardCharsets.UTF_8));
    }
  }

  Launch start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new Launch(builder.start(), output);
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).outcome();
  }
}
