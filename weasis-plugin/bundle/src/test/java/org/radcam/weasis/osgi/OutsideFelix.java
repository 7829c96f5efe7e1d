package org.radcam.weasis.osgi;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

/**
 * Classifies phantoms without OSGi, in a JVM of its own: in the tests' JVM PyTorch belongs to the
 * engine bundle.
 */
public final class OutsideFelix {
  private OutsideFelix() {}

  /** What {@link ClassifyPhantom} says of each task's folder. */
  static Map<String, Map<String, Double>> classify(Map<String, Path> folders, Path scratch)
      throws IOException, InterruptedException {
    Path answers = scratch.resolve("outside.properties");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OutsideFelix.class.getName(),
                    answers.toString()),
                folders.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
            .toList();
    Path log = scratch.resolve("outside.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(log));
    }
    return read(answers);
  }

  private static Map<String, Map<String, Double>> read(Path answers) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(answers)) {
      lines.load(in);
    }
    Map<String, Map<String, Double>> all = new LinkedHashMap<>();
    lines.forEach(
        (key, value) -> {
          String[] parts = key.toString().split("/", 2);
          all.computeIfAbsent(parts[0], task -> new LinkedHashMap<>())
              .put(parts[1], Double.valueOf(value.toString()));
        });
    return all;
  }

  public static void main(String[] args) throws IOException {
    Properties lines = new Properties();
    for (String arg : List.of(args).subList(1, args.length)) {
      String[] parts = arg.split("=", 2);
      new ClassifyPhantom()
          .apply(parts[0], Path.of(parts[1]))
          .forEach((key, value) -> lines.setProperty(parts[0] + "/" + key, value.toString()));
    }
    try (Writer out = Files.newBufferedWriter(Path.of(args[0]))) {
      lines.store(out, null);
    }
  }
}
