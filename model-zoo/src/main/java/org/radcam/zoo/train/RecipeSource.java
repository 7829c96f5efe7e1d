package org.radcam.zoo.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/**
 * A recipe's entries, together with those of the recipe that it begins from ({@code from: NAME}).
 *
 * @param top the entries
 * @param text the recipe as it was written, and after it, as a comment, the one that it begins
 *     from: everything that decides what it means
 */
record RecipeSource(YamlSection top, String text) {
  private static final String FROM = "from";

  /** Reads a recipe. {@code file} is its name for messages. */
  static RecipeSource of(String file, String text) throws IOException {
    YamlSection own = YamlSection.read(file, new StringReader(text));
    if (!own.has(FROM)) {
      return new RecipeSource(own, text);
    }
    String name = own.text(FROM);
    RecipeSource base;
    try (InputStream in = open(name)) {
      if (in == null) {
        throw own.errorAt(FROM, "RadCAM has no recipe '" + name + "' of its own to begin from");
      }
      base = of(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    String comment =
        base.text().lines().map(line -> ("# " + line).strip()).collect(Collectors.joining("\n"));
    return new RecipeSource(
        own.over(base.top()), text.stripTrailing() + "\n\n# " + name + ":\n" + comment + "\n");
  }

  /** A recipe that comes with RadCAM. */
  static RecipeSource builtIn(String name) throws IOException {
    try (InputStream in = open(name)) {
      if (in == null) {
        throw new UserException(
            "RadCAM has no recipe for '" + name + "' of its own; give one with --recipe FILE.");
      }
      return of(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Null where there is none. */
  private static InputStream open(String name) {
    return name.matches("[a-z0-9-]+")
        ? RecipeSource.class.getResourceAsStream(name + ".yaml")
        : null;
  }
}
