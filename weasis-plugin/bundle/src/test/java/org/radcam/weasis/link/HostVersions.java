package org.radcam.weasis.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.radcam.weasis.viewer.ViewerSeries;

/** The versions of Weasis that the plugin is for, and the classes that are held against them. */
final class HostVersions {
  /** The oldest and the newest that it is for. */
  static final List<String> ALL = List.of("4.6.6", "4.7.3");

  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "org", "radcam", "weasis", "link");

  private HostVersions() {}

  static Stream<String> all() {
    return ALL.stream();
  }

  /** The plugin's classes. */
  static List<ClassReader> plugin() {
    return ClassFiles.beside(ViewerSeries.class);
  }

  /** The signatures that the plugin is compiled against. */
  static List<ClassReader> signatures() {
    return ClassFiles.beside(SignatureOnly.class).stream()
        .filter(reader -> ClassWorld.isHost(reader.getClassName()))
        .toList();
  }

  /** What is kept in this repository of a version. */
  static SignatureList kept(String version) {
    return SignatureListParser.read(version, excerptFile(version));
  }

  /** The whole list of a version, where this machine has it beside the repository. */
  static Optional<Path> whole(String version) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path list = at.resolve("shared").resolve("weasis-api").resolve(version + ".txt");
      if (Files.exists(list)) {
        return Optional.of(list);
      }
    }
    return Optional.empty();
  }

  /** What ought to be kept of a version, by its whole list. */
  static List<String> excerpt(String version, Path whole) {
    try {
      return Excerpt.of(Files.readAllLines(whole), signatures(), version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> keptLines(String version) {
    try (Stream<String> lines = Files.lines(excerptFile(version))) {
      return lines.filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps an excerpt in the sources. */
  static void keep(String version, List<String> excerpt) {
    String head =
        "# Of Weasis "
            + version
            + ", what concerns the signatures in host-api; made by ExcerptTest.\n";
    try {
      Files.createDirectories(RESOURCES);
      Files.writeString(
          RESOURCES.resolve(fileName(version)), head + String.join("\n", excerpt) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path excerptFile(String version) {
    URL url = HostVersions.class.getResource(fileName(version));
    if (url == null) {
      throw new IllegalStateException("nothing is kept of Weasis " + version);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String fileName(String version) {
    return "weasis-" + version + ".txt";
  }
}
