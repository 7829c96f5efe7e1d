package org.radcam.weasis;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * An installed Weasis to test against, where there is one: named by {@code -Dweasis.home=DIR} or
 * the environment variable WEASIS_HOME. DIR is the folder of the installation, or the one in it
 * that has {@code bundle} and {@code conf}.
 *
 * @param app that one
 */
public record WeasisHome(Path app) {
  private static final String PROPERTY = "weasis.home";
  private static final String VARIABLE = "WEASIS_HOME";
  private static final List<String> INSIDE = List.of("", "app", "lib/app", "Contents/app");
  private static final String PACKAGES = "framework.system.packages.extra.basic";

  /** What tests that need one say where there is none. */
  public static final String ABSENT =
      "Skipped: no installed Weasis was named with -D" + PROPERTY + "=DIR or " + VARIABLE;

  /**
   * The one that is named.
   *
   * @throws IllegalStateException if one is named that is none
   */
  public static Optional<WeasisHome> named() {
    String name = System.getProperty(PROPERTY, "");
    if (name.isBlank()) {
      name = System.getenv().getOrDefault(VARIABLE, "");
    }
    return name.isBlank() ? Optional.empty() : Optional.of(in(Path.of(name)));
  }

  private static WeasisHome in(Path folder) {
    return INSIDE.stream()
        .map(folder::resolve)
        .filter(app -> Files.exists(configuration(app)) && Files.isDirectory(bundles(app)))
        .findFirst()
        .map(WeasisHome::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    folder + " is no Weasis: it has no bundle folder beside a conf/base.json."));
  }

  private static Path configuration(Path app) {
    return app.resolve("conf/base.json");
  }

  private static Path bundles(Path app) {
    return app.resolve("bundle");
  }

  /**
   * The viewer's bundles.
   *
   * @param scratch where those that are compressed are unpacked to
   */
  public List<Path> jars(Path scratch) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(bundles(app))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jar")) {
          jars.add(file);
        } else if (name.endsWith(".jar.xz")) {
          jars.add(unpack(file, scratch.resolve(name.substring(0, name.length() - 3))));
        }
      }
    }
    return jars;
  }

  private static Path unpack(Path packed, Path jar) throws IOException {
    try (InputStream in = new XZInputStream(Files.newInputStream(packed))) {
      Files.copy(in, jar);
    }
    return jar;
  }

  /** The packages that its launcher brings into the framework, as its configuration has them. */
  public String systemPackages() throws IOException {
    try (Reader in = Files.newBufferedReader(configuration(app))) {
      for (JsonElement each :
          JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray("weasisPreferences")) {
        JsonObject preference = each.getAsJsonObject();
        if (preference.get("code").getAsString().equals(PACKAGES)) {
          return preference.get("value").getAsString();
        }
      }
    }
    throw new IllegalStateException(configuration(app) + " does not set " + PACKAGES + ".");
  }
}
