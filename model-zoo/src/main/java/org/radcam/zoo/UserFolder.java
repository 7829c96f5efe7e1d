package org.radcam.zoo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where a user's own model packages live, unless a host or an option says otherwise. The first of
 * these that is there:
 *
 * <ul>
 *   <li>the environment variable {@code RADCAM_MODELS};
 *   <li>Windows: {@code %APPDATA%\RadCAM\models};
 *   <li>macOS: {@code ~/Library/Application Support/RadCAM/models};
 *   <li>elsewhere: {@code $XDG_DATA_HOME/radcam/models} (XDG Base Directory Specification);
 *   <li>{@code ~/.local/share/radcam/models}.
 * </ul>
 */
public final class UserFolder {
  private UserFolder() {}

  /** The folder; it need not exist. */
  public static Path models() {
    return models(System.getenv(), System.getProperties());
  }

  static Path models(Map<String, String> environment, Properties system) {
    String asked = environment.getOrDefault("RADCAM_MODELS", "");
    if (!asked.isBlank()) {
      return Path.of(asked);
    }
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
