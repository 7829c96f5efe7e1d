package org.radcam.zoo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where a user's own model packages live, unless an option says otherwise.
 *
 * <ul>
 *   <li>Where the environment variable {@code RADCAM_MODELS} is set: there, and nowhere else.
 *   <li>Inside Fiji, first its {@code models/} folder. Fiji's launcher tells where Fiji is by the
 *       system property {@code ij.dir} (older ones {@code fiji.dir} or {@code imagej.dir}).
 *   <li>Then the platform's folder for application data: on Windows {@code
 *       %APPDATA%\RadCAM\models}; on macOS {@code ~/Library/Application Support/RadCAM/models};
 *       elsewhere {@code $XDG_DATA_HOME/radcam/models} (XDG Base Directory Specification), or
 *       {@code ~/.local/share/radcam/models}.
 * </ul>
 */
public final class UserFolder {
  private UserFolder() {}

  /** The folders to look in; they need not exist. */
  public static List<Path> all() {
    return all(System.getenv(), System.getProperties());
  }

  /** The one to write new packages to. */
  public static Path models() {
    return all().get(0);
  }

  static List<Path> all(Map<String, String> environment, Properties system) {
    String asked = environment.getOrDefault("RADCAM_MODELS", "");
    if (!asked.isBlank()) {
      return List.of(Path.of(asked));
    }
    Optional<Path> fiji =
        Stream.of("ij.dir", "fiji.dir", "imagej.dir")
            .map(key -> system.getProperty(key, ""))
            .filter(folder -> !folder.isBlank())
            .findFirst()
            .map(folder -> Path.of(folder, "models"));
    return Stream.concat(fiji.stream(), Stream.of(ofPlatform(environment, system))).toList();
  }

  private static Path ofPlatform(Map<String, String> environment, Properties system) {
    String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(system.getProperty("user.home", "."));
    String appData = environment.getOrDefault("APPDATA", "");
    if (os.startsWith("windows") && !appData.isBlank()) {
      return Path.of(appData, "RadCAM", "models");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library/Application Support/RadCAM/models");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The specification says that a relative path is to be ignored.
    Path base = data.startsWith("/") ? Path.of(data) : home.resolve(".local").resolve("share");
    return base.resolve("radcam").resolve("models");
  }
}
